"""What users do with the learning page and the settings, as scenarios for scenario_driver.py."""

from tests.end_to_end.scenario_driver import Scenario, Stage


def teach_and_go_back(stage: Stage) -> Scenario:
    """A quick lesson from the page; then back to the network as it comes."""
    yield lambda: stage.is_open("shop")
    page = stage.page("learning").teaching
    yield lambda: page.start_view.quick_button.isEnabled() and page.lessons.rowCount() == 1
    stage.phase = "learning"
    page.start_view.quick_button.click()
    yield lambda: page.lessons.rowCount() == 2
    lesson = page.lessons.at(0)
    stage.seen |= {"state": lesson.state, "before": lesson.lesson.before_top1}
    stage.phase = "changing"
    page.list.setCurrentIndex(page.lessons.index(0))
    if lesson.state == "rejected":
        page.lesson_view.use_button.click()
        yield lambda: page.lessons.at(0).state == "in use" and page.start_view.isVisible()
    page.list.setCurrentIndex(page.lessons.index(1))
    yield page.lesson_view.use_button.isEnabled
    page.lesson_view.use_button.click()
    yield lambda: page.lessons.at(1).state == "in use"
    stage.seen["rows"] = [page.lessons.at(row).state for row in range(2)]
    stage.seen["said"] = page._said.text()


def switch_shops(stage: Stage) -> Scenario:
    """Another shop, one that is none, a new one, and a move; the language changes on the way."""
    from PySide6.QtWidgets import QMessageBox

    far = stage.folder
    yield lambda: stage.is_open("shop")
    first = stage.window
    first.resize(1100, 720)
    settings = stage.page("settings")
    settings.look.language.setCurrentIndex(settings.look.language.findData("zh_CN"))
    settings.look.language.activated.emit(settings.look.language.currentIndex())
    stage.phase = "switching"
    stage.window._shops.open_shop(far / "second")
    yield lambda: stage.is_open("second")
    stage.seen["size"] = [stage.window.width(), stage.window.height()]
    yield lambda: stage.window.page.name == "settings"
    stage.seen["language"] = stage.window.page.title()
    stage.seen["page"] = stage.window.page.name

    stage.window._shops.open_shop(far / "no shop")
    yield lambda: stage.is_open("second") and bool(stage.window.findChildren(QMessageBox))
    box = stage.window.findChildren(QMessageBox)[0]
    stage.seen["refused"] = box.text()
    box.close()

    dialog = stage.window._shops.ask_for_new("one by one")
    dialog.show_place(far / "new")
    dialog.name.line.setText("third")
    dialog.make.click()
    yield lambda: stage.is_open("third")
    yield lambda: stage.window.page.name == "catalog" and stage.window.page.new.view.isVisible()
    stage.window.page.new.leave()
    stage.seen["third"] = (far / "new" / "third" / "catalog.db").exists()

    before = stage.window
    stage.page("settings").shop.move_shop(far / "moved")
    yield lambda: stage.is_open("third") and stage.window is not before
    yield lambda: not (far / "new" / "third").exists()
    stage.seen["moved"] = (far / "moved" / "third" / "catalog.db").exists()
    stage.seen["windows"] = len(stage.windows())


def pause_a_deep_lesson(stage: Stage) -> Scenario:
    """A deep lesson is paused when its curve has begun, gone on with, and thrown away; a search goes on."""
    from desktop_app.engine.engine import PictureSource

    picture = stage.folder / "shop pictures" / "2-1.png"
    yield lambda: stage.is_open("shop")
    page = stage.page("learning").teaching
    yield page.start_view.deep_button.isEnabled
    stage.phase = "learning"
    page.start_view.minutes.setCurrentIndex(0)
    page.start_view.deep_button.click()
    yield lambda: bool(page.run_view.loss.points)
    search = stage.page("search")
    search.search([PictureSource("sign", path=picture)])
    yield lambda: search.desk.film.at(0) is not None and search.desk.film.at(0).is_done
    stage.seen["found"] = search.desk.film.at(0).answer.results[0].title
    stage.page("learning")
    page.run_view.pause_button.click()
    yield lambda: page.start_view.isVisible() and page.start_view.discard_button.isVisible()
    stage.seen["paused"] = page._said.text()
    page.start_view.deep_button.click()
    yield lambda: page.run_view.isVisible() and bool(page.run_view.loss.points)
    page.run_view.cancel_button.click()
    yield lambda: page.start_view.isVisible() and not page.start_view.discard_button.isVisible()
    stage.seen["rows"] = page.lessons.rowCount()


def lose_the_folder(stage: Stage) -> Scenario:
    """The folder is taken away while a count is under way; what is held is saved, and it comes back."""
    from desktop_app.window.gone_shop import GoneShop

    folder = stage.folder / "shop"
    yield lambda: stage.is_open("shop")
    page = stage.page("stocktake")
    page.entering.begin("", "")
    yield lambda: page.standing is not None and page.standing.stocktake is not None
    gone = stage.window.findChild(GoneShop)
    stage.phase = "gone"
    folder.rename(stage.folder / "elsewhere")
    page.entering.count(1)
    yield lambda: gone.box is not None
    stage.seen["said"] = gone.box.text()
    gone.save(stage.folder / "held.db")
    yield (stage.folder / "held.db").exists
    gone.box.close()
    stage.seen["nothing came into being"] = not folder.exists()
    (stage.folder / "elsewhere").rename(folder)
    stage.phase = "back"
    page.entering.count(1)
    yield lambda: page.standing.counted
    stage.seen["counted"] = [counted.counted for counted in page.standing.counted]
