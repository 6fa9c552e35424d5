from hashlib import sha256
from types import SimpleNamespace

import pytest

from index.build import BuildReport
from index.errors import BadInputError, UnwrittenError
from index.readers import read_articles
from index.schema import Article
from rag.settings import Settings
from ui.chat.collection import Collection, Upload
from ui.chat.context import ChatContext, EngineHolder
from ui.chat.conversations import Conversations
from ui.chat.rebuild import Rebuilt
from ui.chat.work import Work


def article(key, text, **shown):
    return Article(key, text, sha256(text.encode()).hexdigest(), **shown)


def engine(articles):
    held = {each.id: each for each in articles}
    manifest = SimpleNamespace(generation="1")
    return SimpleNamespace(index=SimpleNamespace(articles=held, passages=(), manifest=manifest))


class Rebuild:
    """Reads what would be indexed."""

    def __init__(self):
        self.times = 0
        self.upon = []
        self.fails = False

    def __call__(self, paths, settings, progress, upon):
        if self.fails:
            raise BadInputError("The disk is full; make room.")
        self.times += 1
        self.upon.append(upon)
        progress("embed", 1, 2)
        found, skipped = read_articles(paths)
        report = BuildReport(len(found), 0, 1, 0, 0, tuple(skipped), 0.0)
        return Rebuilt(report, engine(found))


OLD = article(
    "old.txt", "Old words.\r stay\u2028 exactly “so”. ", title="T", source="S", published="2024-03"
)


@pytest.fixture
def made(tmp_path):
    rebuild = Rebuild()
    context = ChatContext(
        Settings(index=tmp_path / "var" / "index"),
        EngineHolder(engine([OLD])),
        Conversations(tmp_path / "var" / "talks.sqlite"),
        work=Work(rebuild),
    )
    return context, Collection(context), rebuild


def upload(tmp_path, name, text):
    file = tmp_path / sha256(name.encode()).hexdigest()
    file.write_text(text, encoding="utf-8")
    return Upload(file, name)


def test_added_articles_answer_beside_the_old_ones_which_are_unchanged(made, tmp_path):
    context, collection, _ = made
    change = collection.add(
        [upload(tmp_path, "News/Sub/new.txt", "New words stand here.")]
    ).result()
    articles = context.engine.articles
    assert list(articles) == ["old.txt", "News/Sub/new.txt"]
    assert articles["old.txt"] == OLD
    assert change.skipped == ()
    assert context.engine.edition == 2
    assert collection.step is None


def test_what_cannot_be_read_is_named_and_nothing_is_rebuilt(made, tmp_path):
    _, collection, rebuild = made
    files = [upload(tmp_path, "odd.xlsx", "x"), upload(tmp_path, "empty.txt", " ")]
    change = collection.add(files).result()
    assert change.report is None
    assert {each.path for each in change.skipped} == {"odd.xlsx", "empty.txt"}
    assert rebuild.times == 0


def test_a_namesake_is_kept_beside_the_old_one(made, tmp_path):
    context, collection, _ = made
    collection.add([upload(tmp_path, "old.txt", "Other words altogether.")]).result()
    assert list(context.engine.articles) == ["old.txt", "added/old.txt"]
    assert context.engine.articles["old.txt"] == OLD


@pytest.mark.parametrize(
    "name",
    [
        "../../../up.txt",
        "/etc/up.txt",
        "..\\..\\up.txt",
        "a/../up.txt",
        ".\u200b./.\u200b./up.txt",
        ".\x00.\\.\u2060./up.txt",
    ],
)
def test_a_name_leads_nowhere_outside(made, tmp_path, name):
    context, collection, _ = made
    collection.add([upload(tmp_path, name, "Words that are new.")]).result()
    assert len(context.engine.articles) == 2
    assert not list(tmp_path.rglob("up.txt"))


def test_names_that_collide_or_are_endless(made, tmp_path):
    context, collection, _ = made
    files = [
        Upload(upload(tmp_path, f"{n}", f"Words number {n}.").file, name)
        for n, name in enumerate(("same.txt", "same.txt", "same.txt/under.txt", "é" * 300 + ".txt"))
    ]
    change = collection.add(files).result()
    assert len(context.engine.articles) == 5
    assert change.skipped == ()


def test_removing(made, tmp_path):
    context, collection, _ = made
    collection.add([upload(tmp_path, "new.txt", "New words stand here.")]).result()
    collection.remove({"old.txt"}).result()
    assert list(context.engine.articles) == ["new.txt"]
    assert collection.remove({"never.txt"}).result().report is None
    with pytest.raises(BadInputError, match="last article"):
        collection.remove({"new.txt"}).result()


def test_a_failure_changes_nothing_and_leaves_nothing(made, tmp_path):
    context, collection, rebuild = made
    collection.add([upload(tmp_path, "new.txt", "New words stand here.")]).result()
    rebuild.fails = True
    with pytest.raises(BadInputError, match="disk is full"):
        collection.add([upload(tmp_path, "more.txt", "More words.")]).result()
    assert list(context.engine.articles) == ["old.txt", "new.txt"]
    folder = context.settings.index.with_name("index-articles")
    assert sorted(file.name for file in folder.iterdir()) == [".lock", "articles.jsonl"]
    assert collection.step is None


def test_a_folder_that_cannot_be_written_is_named(made, tmp_path):
    context, collection, _ = made
    context.settings.index.with_name("index-articles").write_text("a file, no folder")
    with pytest.raises(UnwrittenError, match="index-articles could not be written"):
        collection.add([upload(tmp_path, "new.txt", "New words stand here.")]).result()
    assert list(context.engine.articles) == ["old.txt"]


def test_what_a_killed_change_left_is_cleared(made, tmp_path):
    context, collection, _ = made
    left = context.settings.index.with_name("index-articles") / ".change-x"
    left.mkdir(parents=True)
    (left / "kept.jsonl").write_text("{}")
    collection.add([upload(tmp_path, "new.txt", "New words stand here.")]).result()
    assert not left.exists()


def test_changes_wait_for_one_another(made, tmp_path):
    context, collection, rebuild = made
    waiting = [
        collection.add([upload(tmp_path, f"{n}.txt", f"Words number {n}.")]) for n in range(5)
    ]
    for each in waiting:
        each.result()
    assert len(context.engine.articles) == 6
    assert rebuild.times == 5


def test_a_change_names_the_generation_that_it_changes(made, tmp_path):
    _, collection, rebuild = made
    collection.add([upload(tmp_path, "new.txt", "New words stand here.")]).result()
    collection.remove({"old.txt"}).result()
    assert rebuild.upon == ["1", "1"]
