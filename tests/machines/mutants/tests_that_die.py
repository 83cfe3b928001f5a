"""The files of tests that mutants die of, each by a short name."""

CASES, PEOPLE, WHO, GATE, PRESS, ASK, ONCE, WAITS, BAD = (
    "tests/casework", "tests/people/test_chains.py", "tests/casework/test_who_sees.py", "tests/casework/test_press_gate.py",
    "tests/casework/test_press_stories.py", "tests/casework/test_question_stories.py", "tests/casework/test_one_change.py",
    "tests/casework/test_downtime.py", "tests/casework/test_bad_input.py",
)  # fmt: skip
OPENED = "tests/web/test_open_again.py"
TALK = "tests/casework/test_talk_stories.py"
PAGE = "tests/casework/test_impostor_stories.py"
REGISTER = "tests/casework/test_register_stories.py"
DATA = "tests/casework/test_data_request_stories.py"
COPIED = "tests/records/test_subject_access.py"
TO_THE_END = "tests/web/test_by_link_to_the_end.py"
UNSAID = "tests/casework/test_do_not_post_stories.py"
EVENT = "tests/casework/test_event_stories.py"
GOES, STAYS = "tests/records/test_disposal_stories.py", "tests/records/test_what_stays.py"
GROUP = "tests/casework/test_exemption_stories.py"
GLASS, GLASS_PAGES = "tests/records/test_break_glass.py", "tests/web/test_break_glass_pages.py"
STAFF = "tests/casework/test_staff_route_stories.py"
POLICIES = "tests/procedure/test_policies.py"
SCENES = "tests/procedure/test_scenarios.py"
TITLE = "tests/web/test_title_of_the_lead.py"
BESIDE, KEPT = "tests/web/test_beside_pages.py", "tests/casework/test_evidence.py"
WORRY = "tests/casework/test_concern_stories.py"
GUESSED = "tests/casework/test_code_phrase_guessed.py"
HEARS = "tests/casework/test_concern_family.py"
STUDENT = "tests/casework/test_student_route_stories.py"
CAMPAIGN, RULES, TO_READ = "tests/adoption/test_campaigns.py", "tests/adoption/test_understood.py", "tests/web/test_to_read_pages.py"
APPROVED, DRAFTED, TRIED = "tests/adoption/test_approval.py", "tests/adoption/test_drafting.py", "tests/web/test_link_check.py"
TOLD_NOT_TO, TOLD_WHO, TOLD_COUNTS = (
    "tests/casework/test_instruction_stories.py", "tests/casework/test_instruction_who.py", "tests/casework/test_instruction_counts.py",
)  # fmt: skip
LINTED = "tests/procedure/test_lint_document.py"
TEXTS, IMPORTING, BROUGHT = "tests/guard/test_texts.py", "tests/procedure/test_importing.py", "tests/adoption/test_brought.py"
APART = "tests/checks/test_apart.py"
ABOUT = "tests/checks/test_whole_groups.py"
LINES, THROWN = "tests/checks/test_lines_and_slurs.py", "tests/checks/test_thrown.py"
TOLD_OF = "tests/checks/test_told_of.py"
DOOR, PROOF, SHEET = "tests/guard/test_door.py", "tests/casework/test_page_proof.py", "tests/casework/test_page_sheet.py"
NEW_SHEET = "tests/casework/test_page_sheet_new.py"
PICTURES, PHOTOS, REGISTERS = "tests/guard/test_pictures.py", "tests/checks/test_photos.py", "tests/web/test_photo_registers.py"
NAME = "tests/checks/test_brand.py"
DRAWN = "tests/guard/test_drawn.py"
PAGES, BLOGS, PAGE_WEB, DECLARED, NAME_WEB = (
    "tests/guard/test_saved_pages.py", "tests/guard/test_saved_blogs.py", "tests/web/test_check_page_pages.py",
    "tests/web/test_declare_check_pages.py", "tests/web/test_check_name_pages.py",
)  # fmt: skip
HOSTILE, PARTS, MINE = "tests/guard/test_archives.py", "tests/guard/test_archive_parts.py", "tests/web/test_archive_pages.py"
ARCHIVES, COLLATED, LISTS = "tests/checks/test_archives.py", "tests/checks/test_collation.py", "tests/checks/test_collated_lists.py"
STAYS = "tests/promises/test_no_archive_stays.py"
HOME = "tests/casework/test_student_route_families.py"
COUNTED = "tests/casework/test_concern_counts.py"
PUPIL = "tests/casework/test_support_student.py"
HELP, NUMBERS, MENDED = "tests/casework/test_support.py", "tests/casework/test_numbers.py", "tests/casework/test_corrections.py"
LAWS, SEATED, MERGED, GAPS = (
    "tests/people/test_routing_laws.py", "tests/people/test_standing.py", "tests/people/test_merge.py", "tests/casework/test_small_promises.py",
)  # fmt: skip
ADDED, WAITING = "tests/web/test_additions_to_read.py", "tests/adoption/test_draft_reminders.py"
PRETENDS, AT_ONCE = "tests/web/test_impostor_pack.py", "tests/web/test_wrong_at_once.py"
CLUES, SHEETS, REFUSED_PHOTOS = "tests/checks/test_clues.py", "tests/web/test_check_page_sheets.py", "tests/guard/test_pictures_refused.py"
UNKIND, CONTACT, NUMBER = "tests/checks/test_abuse.py", "tests/checks/test_contact.py", "tests/checks/test_identifier.py"
WORKS, SECRET = "tests/checks/test_works_here.py", "tests/checks/test_confidential.py"
SHOWN, NAMES, PROTECTED = "tests/checks/test_examples.py", "tests/checks/test_names.py", "tests/checks/test_protected.py"
TOLD_NOT, ALIKE = "tests/advice/test_known_here.py", "tests/checks/test_pairs.py"
SAYS, FOLLOWED = "tests/web/test_check_lines.py", "tests/web/test_procedure_lines.py"
LIVES, DRAFT, EVENTS_HERE = "tests/checks/test_unpublished.py", "tests/checks/test_draft.py", "tests/advice/test_events_here.py"
HELPING, NEEDED, PUT_TOGETHER = "tests/checks/test_help.py", "tests/advice/test_need.py", "tests/checks/test_together.py"
ITEMS, READS_ONLY, CALLED_FOR, ANSWERED = (
    "tests/advice/test_items.py", "tests/advice/test_told.py", "tests/web/test_bad_input.py", "tests/web/test_check_pages.py",
)  # fmt: skip
TOGETHER, SAID = "tests/checks/test_put_together.py", "tests/advice/test_answer.py"
