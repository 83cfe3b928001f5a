"""The demo trust: an invented cast, loaded once into an empty database and marked, so that production refuses it."""

from askfirst.people.demo.load import AlreadyPeopled, NotAMonday, is_demo, load_people, personas

__all__ = ["AlreadyPeopled", "NotAMonday", "is_demo", "load_people", "personas"]
