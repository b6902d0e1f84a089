"""What every page of the side bar is, and what it is given.

A page is made on the GUI thread: its constructor builds widgets and nothing else. A worker imports all but
the search page once the shop is open or cannot be (window/shop_pages.py), so they may name what they need
of core; the search page, the imports and the help come before that and import nothing heavy. What a page
does with the shop it does in jobs, which hand the shop over. It is told when the shop is there, when the
user comes to it and leaves it, and when somebody else changed the shop.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, ClassVar

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QWidget

from core.policy import Policy
from desktop_app.look.language import Translated

if TYPE_CHECKING:
    from core.messages import Sentence
    from desktop_app.background.hub_link import HubLink
    from desktop_app.background.preferences import Preferences
    from desktop_app.background.thumbnails import Thumbnails
    from desktop_app.camera.camera import CameraWatch
    from desktop_app.engine.engine import QueryPicture, ShopFacts
    from desktop_app.engine.jobs import Jobs
    from desktop_app.engine.shop_engine import ShopEngine
    from desktop_app.engine.shop_jobs import ShopJobs
    from desktop_app.engine.thread import EngineThread
    from desktop_app.look.language import LanguageSwitch
    from desktop_app.look.theme import ThemeSwitch
    from desktop_app.phone.switch import PhoneSwitch


@dataclass(frozen=True, slots=True, eq=False)
class NewProductWish:
    """A product is to be made: what a page may ask of the catalog.

    Attributes:
        pictures: of the product, the parts of them that are meant.
        words: what was searched in vain, a name or a number. With neither, the catalog asks the webcam.
        back_to: the page that asked, which is told what came of it; "" for the catalog itself. Its pictures
            were taken at the counter.
    """

    pictures: tuple[QueryPicture, ...] = ()
    words: str = ""
    back_to: str = ""


@dataclass(frozen=True, slots=True)
class FindingsWish:
    """What must not be shown is to be shown: what a page may ask of the catalog."""


@dataclass(frozen=True, slots=True)
class WishGranted:
    """What came of a wish: the product, and the edit by which it was made or got the pictures.

    Attributes:
        is_new: it was made; False where the shop had it.
        edit_id: None where it had the pictures, too.
    """

    product_id: int
    title: str
    edit_id: int | None
    is_new: bool


class ShopNews(QObject):
    """Carries news and wishes between pages, which do not know each other. Lives on the GUI thread."""

    changed = Signal(object)
    """Products, photos, stock or tags changed. The sender (a QObject or None) need not listen to itself."""
    model_changed = Signal()
    """The shop is searched by another lesson or backbone from now on."""
    wanted = Signal(str, object)
    """Go to the page of this name and let it show this: a product's id, a NewProductWish, or None."""
    told = Signal(object, object)
    """One quiet line for the window's foot: where there is more of it (engine/jobs.py, Where), and the words
    (Callable[[], str]). None for words: it was read."""
    restored_wanted = Signal(object)
    """Make a new shop of this backup: its Path."""
    labels_wanted = Signal(object)
    """Print labels of these products: a sequence of their ids."""
    tags_wanted = Signal()
    """Show the shop's tags themselves, to rename, merge and remove them."""
    shop_wanted = Signal(object)
    """Work in another shop from now on: a :class:`desktop_app.engine.shop_choice.ShopWish`."""


@dataclass(frozen=True, slots=True)
class PageServices:
    """What the window gives its pages to work with; made once in app.py.

    Attributes:
        engine: opens and searches the shop.
        jobs: work that needs no shop.
        shop_jobs: work on the open shop; whoever needs it asks here and keeps no hold of it.
        policy: what the administrator of this computer decided.
        shop_actions: open another shop, make a new one, rename this one.
        phones: lets phones be cameras; None in a window without.
        hub: keeps the shop in step with a hub; None in a window without.
    """

    engine: ShopEngine
    engine_thread: EngineThread
    jobs: Jobs
    shop_jobs: ShopJobs
    themes: ThemeSwitch
    languages: LanguageSwitch
    thumbnails: Thumbnails
    preferences: Preferences
    news: ShopNews
    policy: Policy = field(default_factory=Policy)
    shop_actions: Sequence[QAction] = ()
    phones: PhoneSwitch | None = None
    hub: HubLink | None = None


class ShopPage(Translated, QWidget):
    """Base of the pages; each overrides what concerns it."""

    name: ClassVar[str]
    """What other pages call it in :attr:`ShopNews.wanted`, and the name of its screenshot."""
    icon_name: ClassVar[str]
    needs_products: ClassVar[bool] = True
    """Whether an empty shop shows the ways to the first products in its place."""
    shows_work: ClassVar[bool] = False
    """Whether it says itself how far the work is that leads to it: then nobody else does."""
    needed = Signal()
    """Something was asked of it where it may not be in front: show it."""
    turned = Signal()
    """It is at work in an empty shop, or is no longer."""
    at_bottom: ClassVar[bool] = False
    """Whether its button stands at the foot of the side bar, apart from the daily work."""

    def title(self) -> str:
        """What stands under its icon, in the language of now."""
        raise NotImplementedError

    def retranslate(self) -> None:
        """Put every text into the language of now; called at every change, not at the start."""

    def actions_for_menu(self) -> Sequence[QAction]:
        """What it adds to the window's File menu."""
        return ()

    def keys(self) -> Sequence[tuple[str, str]]:
        """Keys of this page that are no shortcut of a menu's action, and what they do: ``("Enter", "…")``.

        In the language of now. The sheet of keys shows them; ask the shortcut itself for its native text
        where there is one, so that the sheet cannot say anything else than what the key does.
        """
        return ()

    def offer_imports(self, actions: Sequence[QAction]) -> None:
        """The ways products come into the shop, for a page that offers them too."""

    def show_shop(self, facts: ShopFacts) -> None:
        """The shop is open, or holds other products than before."""

    def show_shop_failure(self, failure: Sentence) -> None:
        """The shop cannot be opened."""

    def set_camera_watch(self, watch: CameraWatch) -> None:
        """Cameras can be looked for from now on."""

    def entered(self) -> None:
        """The user came to this page: bring it up to date and take the focus."""

    def left(self) -> None:
        """The user went elsewhere: stop the camera, finish what is being edited."""

    def reveal(self, what: object) -> None:
        """Show what another page asked for."""

    def is_at_work(self) -> bool:
        """Whether it shows something that goes on without any product: a first one that is made, a search."""
        return False

    def is_busy(self) -> bool:
        """Whether closing the window now would lose the user's work, such as an unbooked count."""
        return False
