"""What tills call receipts that are no sales, and goods that came back, in the languages that were seen."""

from collections.abc import Mapping

_STATES: Mapping[str, str] = {
    "not sold": (
        "voided|void|cancelled|canceled|cancel|failed|expired|trash|draft|checkout-draft|quotation|"
        "quotation sent|sent|pending payment|wc-cancelled|wc-failed|wc-pending|"
        "storniert|abgebrochen|fehlgeschlagen|entwurf|angebot|angebot gesendet|zahlung ausstehend|"
        "anulado|cancelado|fallido|borrador|presupuesto|presupuesto enviado|cotización|cotización enviada|"
        "pendiente de pago|malsucedido|pagamento pendente|"
        "annulé|annulée|échouée|brouillon|devis|devis envoyé|attente paiement|en attente de paiement|"
        "annullato|fallito|bozza|in attesa di pagamento|anulowane|nieudane|"
        "отменён|отменен|не удался|черновик|已取消|已作废|取消|失败|草稿|报价单|报价单已发送|待付款"
    ),
    "refunded": (
        "refunded|wc-refunded|erstattet|rückerstattet|reembolsado|remboursé|remboursée|rimborsato|zwrócone|"
        "возвращён|已退款"
    ),
    "partly refunded": "partially_refunded|partially refunded|teilweise erstattet|部分退款",
    "refund": (
        "refund|return|returned|rückgabe|retoure|erstattung|rückerstattung|devolución|reembolso|avoir|"
        "remboursement|reso|rimborso|zwrot|возврат|退款|退货"
    ),
}
NOT_SOLD, REFUNDED, PARTLY_REFUNDED, REFUND = (frozenset(words.split("|")) for words in _STATES.values())
SAYS_NO = frozenset({"", "0", "no", "false", "nein", "non", "否"})
"""What a column that tells when a receipt was called off has where it was not."""
