"""The decision trees a person can open, by id and by who is asking: one door to the tables."""

from askfirst.procedure.tree import (
    NO,
    UNSURE,
    YES,
    Answer,
    BadAnswer,
    Button,
    Choice,
    Question,
    Tree,
    UnknownTree,
    Who,
    walk,
)
from askfirst.procedure.trees_new_service import NEW_SERVICE, NEW_SERVICE_STUDENT
from askfirst.procedure.trees_pages import PERSONAL_PAGE, SCHOOL_NAME, START_A_BLOG
from askfirst.procedure.trees_people import PAID_POST, STUDENT_FRIEND
from askfirst.procedure.trees_student import STUDENT_TREES

__all__ = [
    "NO",
    "TREES",
    "UNSURE",
    "YES",
    "Answer",
    "BadAnswer",
    "Button",
    "Choice",
    "Question",
    "Tree",
    "UnknownTree",
    "Who",
    "tree",
    "trees_for",
    "walk",
]

TREES: tuple[Tree, ...] = (
    PERSONAL_PAGE,
    START_A_BLOG,
    PAID_POST,
    STUDENT_FRIEND,
    SCHOOL_NAME,
    NEW_SERVICE,
    *STUDENT_TREES,
    NEW_SERVICE_STUDENT,
)


def trees_for(who: Who) -> tuple[Tree, ...]:
    """Every tree with words for that reader, in the order shown."""
    return tuple(tree for tree in TREES if tree.who is who)


def tree(id: str, who: Who) -> Tree:
    """The tree of that id in that reader's words. Raises UnknownTree."""
    for one in trees_for(who):
        if one.id == id:
            return one
    raise UnknownTree(id)
