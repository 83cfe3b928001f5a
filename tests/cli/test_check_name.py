"""The check of a name on the command line (HYB-3, S16): a process, its output, its exit code."""

import json

import pytest

from tests.cli.test_check_post import one_line, run


def test_s16_a_place_is_asked_about_before_anything_is_judged():
    done = run("check", "name", "chalkbadger-northgate.example")
    said = done.stdout.decode()
    assert (done.returncode, "Does it mean the school here?" in said, "Ask again with --means school" in said) == (1, True, True)
    assert "choose another name" in said
    school = run("check", "name", "chalkbadger-northgate.example", "--means", "school")
    assert (school.returncode, "It holds “Northgate” · Should · HYB-3, HYB-1" in school.stdout.decode()) == (1, True)
    place = run("check", "name", "chalkbadger-northgate.example", "--means", "place")
    assert (place.returncode, "Then leave it." in place.stdout.decode()) == (0, True)


def test_s06_by_the_command_line():
    """Asked, put right by "the place"; nothing; one finding with two other names."""
    assert run("check", "name", "@northgate_strollers").returncode == 1
    assert run("check", "name", "@northgate_strollers", "--means", "place").returncode == 0
    assert run("check", "name", "secretgarden.example").returncode == 0
    done = run("check", "name", "eastfieldacademy-jarek.example")
    said = done.stdout.decode()
    assert (done.returncode, "It holds “Eastfield Academy” · Should · HYB-3, HYB-1" in said) == (1, True)
    assert "Such as: jarek-writes.example\n    Such as: jarek-notes.example\n" in said


def test_nothing_to_see_and_a_student_has_no_finding():
    assert run("check", "name", "chalkbadger.example").returncode == 0
    done = run("check", "name", "-", "--as", "student", "--json", words="n0rthgateschool\n")
    said = json.loads(done.stdout)
    assert (done.returncode, said["findings"], said["asks"]) == (0, [], None)
    assert [(one["clause"], one["title"]) for one in said["noticed"]] == [("HYB-1", "It looks similar to “Northgate School”")]


@pytest.mark.parametrize("name", ["", "   ", "a" * 201, "north\udcffgate"])
def test_what_is_no_name_is_one_line(name):
    done = run("check", "name", name)
    assert done.returncode == 2
    one_line(done)


@pytest.mark.parametrize("name", ["chalkbadger.example", "northgateschool", "northgate"])
def test_what_it_cannot_see_stands_with_every_answer(name):
    said = json.loads(run("check", "name", name, "--json").stdout)
    plain = run("check", "name", name).stdout.decode()
    assert said["cannot_see"] and all("- %s\n" % line in plain for line in said["cannot_see"])
