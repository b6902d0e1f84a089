<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>AnswerWords</name>
    <message numerus="yes">
        <source>%n product(s) with “{text}”</source>
        <translation>
            <numerusform>%n product with “{text}”</numerusform>
            <numerusform>%n products with “{text}”</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Without %n product(s) that you called wrong.</source>
        <translation>
            <numerusform>Without %n product that you called wrong.</numerusform>
            <numerusform>Without %n products that you called wrong.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>BrowseView</name>
    <message numerus="yes">
        <source>%n product(s)</source>
        <translation>
            <numerusform>%n product</numerusform>
            <numerusform>%n products</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>BulkPanel</name>
    <message numerus="yes">
        <source>%n product(s) selected</source>
        <translation>
            <numerusform>%n product selected</numerusform>
            <numerusform>%n products selected</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Change %n product(s)</source>
        <translation>
            <numerusform>Change %n product</numerusform>
            <numerusform>Change %n products</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CatalogExport</name>
    <message numerus="yes">
        <source>%n movement(s) written to {file}</source>
        <translation>
            <numerusform>%n movement written to {file}</numerusform>
            <numerusform>%n movements written to {file}</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n product(s) written to {file}</source>
        <translation>
            <numerusform>%n product written to {file}</numerusform>
            <numerusform>%n products written to {file}</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ChosenLesson</name>
    <message numerus="yes">
        <source>What another network saw on %n search(es) is forgotten.</source>
        <translation>
            <numerusform>What another network saw on %n search is forgotten.</numerusform>
            <numerusform>What another network saw on %n searches is forgotten.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CopiesDialog</name>
    <message numerus="yes">
        <source>Keep the best of all %n</source>
        <translation>
            <numerusform>Keep the best of all %n</numerusform>
            <numerusform>Keep the best of all %n</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Kept the best of %n group(s).</source>
        <translation>
            <numerusform>Kept the best of %n group.</numerusform>
            <numerusform>Kept the best of %n groups.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Deeds</name>
    <message numerus="yes">
        <source>%n line(s) written to {file}</source>
        <translation>
            <numerusform>%n line written to {file}</numerusform>
            <numerusform>%n lines written to {file}</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>DeliveryDialog</name>
    <message numerus="yes">
        <source>%n piece(s) seen in the picture</source>
        <translation>
            <numerusform>%n piece seen in the picture</numerusform>
            <numerusform>%n pieces seen in the picture</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Booked for %n product(s). Undo takes it back.</source>
        <translation>
            <numerusform>Booked for %n product. Undo takes it back.</numerusform>
            <numerusform>Booked for %n products. Undo takes it back.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>and %n more line(s) that were not understood</source>
        <translation>
            <numerusform>and %n more line that were not understood</numerusform>
            <numerusform>and %n more lines that were not understood</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>DuplicatesDialog</name>
    <message numerus="yes">
        <source>Copied photos (%n)…</source>
        <translation>
            <numerusform>Copied photos (%n)…</numerusform>
            <numerusform>Copied photos (%n)…</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>EditCounts</name>
    <message numerus="yes">
        <source>%n product(s)</source>
        <translation>
            <numerusform>%n product</numerusform>
            <numerusform>%n products</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n product(s) had been changed since and stay: {names}</source>
        <translation>
            <numerusform>%n product had been changed since and stays: {names}</numerusform>
            <numerusform>%n products had been changed since and stay: {names}</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n value(s) had been changed by somebody since and stay.</source>
        <translation>
            <numerusform>%n value had been changed by somebody since and stays.</numerusform>
            <numerusform>%n values had been changed by somebody since and stay.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>FeedbackMessages</name>
    <message numerus="yes">
        <source>%n search(es) forgotten with their pictures.</source>
        <translation>
            <numerusform>%n search forgotten with its pictures.</numerusform>
            <numerusform>%n searches forgotten with their pictures.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>FilmView</name>
    <message numerus="yes">
        <source>%n piece(s) counted.</source>
        <translation>
            <numerusform>%n piece counted.</numerusform>
            <numerusform>%n pieces counted.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n product(s) in {length}</source>
        <translation>
            <numerusform>%n product in {length}</numerusform>
            <numerusform>%n products in {length}</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>One film at a time: %n other file(s) left out.</source>
        <translation>
            <numerusform>One film at a time: %n other file left out.</numerusform>
            <numerusform>One film at a time: %n other files left out.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>FolderPreview</name>
    <message numerus="yes">
        <source>%n file(s) are left out, such as {file}: {reason}</source>
        <translation>
            <numerusform>%n file is left out: {file}: {reason}</numerusform>
            <numerusform>%n files are left out, such as {file}: {reason}</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n folder(s) belong to no product and are left out.</source>
        <translation>
            <numerusform>%n folder belongs to no product and is left out.</numerusform>
            <numerusform>%n folders belong to no product and are left out.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>HistoryModel</name>
    <message numerus="yes">
        <source>%n picture(s)</source>
        <translation>
            <numerusform>%n picture</numerusform>
            <numerusform>%n pictures</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ImportActions</name>
    <message numerus="yes">
        <source>%n product(s) wait for a decision: see what must not be shown.</source>
        <translation>
            <numerusform>%n product waits for a decision: see what must not be shown.</numerusform>
            <numerusform>%n products wait for a decision: see what must not be shown.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>LabelOptionsForm</name>
    <message numerus="yes">
        <source>%n on a sheet of {paper}</source>
        <translation>
            <numerusform>%n on a sheet of {paper}</numerusform>
            <numerusform>%n on a sheet of {paper}</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>LabelsDialog</name>
    <message numerus="yes">
        <source>%n label(s)</source>
        <translation>
            <numerusform>%n label</numerusform>
            <numerusform>%n labels</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>LearningStartView</name>
    <message numerus="yes">
        <source>%n search(es) were confirmed at the counter.</source>
        <translation>
            <numerusform>%n search was confirmed at the counter.</numerusform>
            <numerusform>%n searches were confirmed at the counter.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>LessonView</name>
    <message numerus="yes">
        <source>The right product comes first, before and after, on %n held-out photo(s)</source>
        <translation>
            <numerusform>The right product comes first, before and after, on %n held-out photo</numerusform>
            <numerusform>The right product comes first, before and after, on %n held-out photos</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message numerus="yes">
        <source>%n photo(s)</source>
        <translation>
            <numerusform>%n photo</numerusform>
            <numerusform>%n photos</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n product(s)</source>
        <translation>
            <numerusform>%n product</numerusform>
            <numerusform>%n products</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PaperCounts</name>
    <message numerus="yes">
        <source>%n page(s) sent to the printer.</source>
        <translation>
            <numerusform>%n page sent to the printer.</numerusform>
            <numerusform>%n pages sent to the printer.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n product(s)</source>
        <translation>
            <numerusform>%n product</numerusform>
            <numerusform>%n products</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PhotoSide</name>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>and %n more</numerusform>
            <numerusform>and %n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PhotosView</name>
    <message numerus="yes">
        <source>%n photo(s) are new.</source>
        <translation>
            <numerusform>%n photo is new.</numerusform>
            <numerusform>%n photos are new.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ProductSide</name>
    <message numerus="yes">
        <source>%n photo(s)</source>
        <translation>
            <numerusform>%n photo</numerusform>
            <numerusform>%n photos</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ReturnDialog</name>
    <message numerus="yes">
        <source>%n receipt(s) found</source>
        <translation>
            <numerusform>%n receipt found</numerusform>
            <numerusform>%n receipts found</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SelectedProducts</name>
    <message numerus="yes">
        <source> and %n stock movement(s) go with it, and every count.</source>
        <translation>
            <numerusform> and %n stock movement go with it, and every count.</numerusform>
            <numerusform> and %n stock movements go with it, and every count.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n photo(s)</source>
        <translation>
            <numerusform>%n photo</numerusform>
            <numerusform>%n photos</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>StockHistoryDialog</name>
    <message numerus="yes">
        <source>%n movement(s)</source>
        <translation>
            <numerusform>%n movement</numerusform>
            <numerusform>%n movements</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>StocktakeDoubtsView</name>
    <message numerus="yes">
        <source>%n piece(s) put aside. A number or Enter counts it; type to search.</source>
        <translation>
            <numerusform>%n piece put aside. A number or Enter counts it; type to search.</numerusform>
            <numerusform>%n pieces put aside. A number or Enter counts it; type to search.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>StocktakeReviewView</name>
    <message numerus="yes">
        <source>%n product(s) differ from the books</source>
        <translation>
            <numerusform>%n product differs from the books</numerusform>
            <numerusform>%n products differ from the books</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Book %n difference(s)</source>
        <translation>
            <numerusform>Book %n difference</numerusform>
            <numerusform>Book %n differences</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>TagModel</name>
    <message numerus="yes">
        <source>%n product(s)</source>
        <translation>
            <numerusform>%n product</numerusform>
            <numerusform>%n products</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>, %n of them archived</source>
        <translation>
            <numerusform>, %n of them archived</numerusform>
            <numerusform>, %n of them archived</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>TagOperations</name>
    <message numerus="yes">
        <source>“{tag}” is called “{other}” now, on %n product(s).</source>
        <translation>
            <numerusform>“{tag}” is called “{other}” now, on %n product.</numerusform>
            <numerusform>“{tag}” is called “{other}” now, on %n products.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>“{tag}” is part of “{other}” now, on %n product(s).</source>
        <translation>
            <numerusform>“{tag}” is part of “{other}” now, on %n product.</numerusform>
            <numerusform>“{tag}” is part of “{other}” now, on %n products.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>“{tag}” was taken from %n product(s).</source>
        <translation>
            <numerusform>“{tag}” was taken from %n product.</numerusform>
            <numerusform>“{tag}” was taken from %n products.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>TagQuestion</name>
    <message numerus="yes">
        <source>%n of them is/are archived.</source>
        <translation>
            <numerusform>%n of them is archived.</numerusform>
            <numerusform>%n of them are archived.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>“{tag}” becomes part of “{other}”: %n product(s) will have that tag instead.</source>
        <translation>
            <numerusform>“{tag}” becomes part of “{other}”: %n product will have that tag instead.</numerusform>
            <numerusform>“{tag}” becomes part of “{other}”: %n products will have that tag instead.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>“{tag}” is taken from %n product(s). The products themselves stay.</source>
        <translation>
            <numerusform>“{tag}” is taken from %n product. The product itself stays.</numerusform>
            <numerusform>“{tag}” is taken from %n products. The products themselves stay.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>TaggingPage</name>
    <message numerus="yes">
        <source>Tag %n product(s)</source>
        <translation>
            <numerusform>Tag %n product</numerusform>
            <numerusform>Tag %n products</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>“{tags}” given to %n product(s)</source>
        <translation>
            <numerusform>“{tags}” given to %n product</numerusform>
            <numerusform>“{tags}” given to %n products</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>TaggingView</name>
    <message numerus="yes">
        <source>%n wait(s) for later</source>
        <translation>
            <numerusform>%n waits for later</numerusform>
            <numerusform>%n wait for later</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>All %n product(s) are tagged</source>
        <translation>
            <numerusform>The one product is tagged</numerusform>
            <numerusform>All %n products are tagged</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>These %n are left: probably the same tag</source>
        <translation>
            <numerusform>This one is left</numerusform>
            <numerusform>These %n are left: probably the same tag</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>These %n have no photo</source>
        <translation>
            <numerusform>This one has no photo</numerusform>
            <numerusform>These %n have no photo</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>These %n look alike</source>
        <translation>
            <numerusform>This one stands alone</numerusform>
            <numerusform>These %n look alike</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>WalkCard</name>
    <message numerus="yes">
        <source>%n could not be taken:</source>
        <translation>
            <numerusform>%n could not be taken:</numerusform>
            <numerusform>%n could not be taken:</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n photo(s) are new.</source>
        <translation>
            <numerusform>%n photo is new.</numerusform>
            <numerusform>%n photos are new.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n showed what others show.</source>
        <translation>
            <numerusform>%n showed what others show.</numerusform>
            <numerusform>%n showed what others show.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n view(s) were looked at.</source>
        <translation>
            <numerusform>%n view was looked at.</numerusform>
            <numerusform>%n views were looked at.</numerusform>
        </translation>
    </message>
</context>
</TS>
