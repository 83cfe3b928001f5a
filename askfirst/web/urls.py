"""Pages at the root."""

from django.urls import path

from askfirst.web.archive import archive
from askfirst.web.ask import ask
from askfirst.web.away import away
from askfirst.web.beside import beside, one_beside, one_file
from askfirst.web.beside_away import away_page
from askfirst.web.break_glass import emergencies, emergency, emergency_case
from askfirst.web.bring import bring, bring_clause, bring_one, bring_step
from askfirst.web.bundle import bundle
from askfirst.web.by_link import ask_by_link, come_by_link
from askfirst.web.calendar_link import feed as calendar_feed
from askfirst.web.calendar_link import my_calendar
from askfirst.web.campaigns import campaign, campaigns, new_campaign
from askfirst.web.cases import case, case_step
from askfirst.web.cases_proof import proof
from askfirst.web.cases_receipt import receipt, receipt_json
from askfirst.web.check import check
from askfirst.web.check_name import check_name
from askfirst.web.check_page import check_page
from askfirst.web.concern import concern, mailbox
from askfirst.web.counts import case_counts, case_counts_csv
from askfirst.web.declare import declare, declare_one
from askfirst.web.do_not_post import do_not_post
from askfirst.web.drafts import draft_clause, draft_step, drafts, one_draft
from askfirst.web.editions import edition_file, edition_page, editions, feed, what_changed
from askfirst.web.events import event_list, new_event, parents_pictures
from askfirst.web.friends import family, friends
from askfirst.web.guides import guide_page, guides
from askfirst.web.home import cookies, get_help, page
from askfirst.web.instructions import instruction_list, new_instruction
from askfirst.web.is_official import is_official
from askfirst.web.lint import facts_page, links_page, lint_page
from askfirst.web.lists import cases
from askfirst.web.looks_for import check_help, looks_for
from askfirst.web.mail_sent import mail_sent_page
from askfirst.web.me import at_home, me, record, record_file
from askfirst.web.my_data import my_data
from askfirst.web.not_ours import not_ours
from askfirst.web.official_pages import official_pages, official_pages_file
from askfirst.web.opened import case_opened, opened_cases
from askfirst.web.pack import pack
from askfirst.web.people import people
from askfirst.web.people_contacts import contacts
from askfirst.web.people_import import import_step, imports, one_import
from askfirst.web.people_merge import merges, one_merge
from askfirst.web.photo import photo
from askfirst.web.press import press
from askfirst.web.procedure import clause_page, procedure, topic_page
from askfirst.web.put_right import put_right
from askfirst.web.records import disposal, hold_list, one_hold, what_we_keep
from askfirst.web.refused_tries import refused_tries
from askfirst.web.remove import remove as take_down
from askfirst.web.remove_ask import remove_ask
from askfirst.web.remove_save import remove_save
from askfirst.web.second_step import code, codes, own_set_up, own_step, remove, set_up
from askfirst.web.sessions import end_all_sessions, sessions
from askfirst.web.settings_check import settings_check
from askfirst.web.sign_in import hat, sign_in, sign_out
from askfirst.web.sign_in_password import password
from askfirst.web.snippet import snippet
from askfirst.web.step_up import confirm
from askfirst.web.subject_copy import subject_copy
from askfirst.web.to_read import line_manager, to_read
from askfirst.web.trees import one_tree, trees
from askfirst.web.trust_settings import one_change, one_part, one_setting, settings_page
from askfirst.web.tutor_sheets import sheet, sheets

urlpatterns = [
    path("", page("web/home.html", at_home), name="home"),
    path("sign-in/", sign_in, name="sign-in"),
    path("sign-in/code/", code, name="sign-in-code"),
    path("sign-in/set-up/", set_up, name="sign-in-set-up"),
    path("sign-out/", sign_out, name="sign-out"),
    path("me/hat/", hat, name="hat"),
    path("declare/", declare, name="declare"),
    path("declare/<slug:slug>/", declare_one, name="declare-one"),
    path("me/", me, name="me"),
    path("me/away/", away, name="away"),
    path("me/calendar/", my_calendar, name="my-calendar"),
    path("calendar/<str:token>/", calendar_feed, name="calendar"),
    path("me/confirm/", confirm, name="confirm"),
    path("me/sessions/", sessions, name="sessions"),
    path("me/sessions/end-all/", end_all_sessions, name="end-all-sessions"),
    path("me/password/", password, name="password"),
    path("me/second-step/", own_step, name="second-step"),
    path("me/second-step/set-up/", own_set_up, name="own-set-up"),
    path("me/second-step/codes/", codes, name="recovery-codes"),
    path("me/second-step/remove/", remove, name="remove-second-step"),
    path("me/record/", record, name="record"),
    path("me/record.json", record_file, name="record-file"),
    path("mail-sent/", mail_sent_page, name="mail-sent"),
    path("check/", check, name="check"),
    path("check/looks-for/", looks_for, name="looks-for"),
    path("check/looks-for/<str:name>/", check_help, name="check-help"),
    path("check/name/", check_name, name="check-name"),
    path("check/page/", check_page, name="check-page"),
    path("check/photo/", photo, name="check-photo"),
    path("check/archive/", archive, name="check-archive"),
    path("check/friends/", friends, name="check-friends"),
    path("check/friends/family/", family, name="check-friends-family"),
    path("cases/", cases, name="cases"),
    path("reports/counts/", case_counts, name="case-counts"),
    path("reports/counts.csv", case_counts_csv, name="case-counts-csv"),
    path("reports/tries/", refused_tries, name="refused-tries"),
    path("break-glass/", emergencies, name="emergencies"),
    path("break-glass/<str:ref>/", emergency, name="emergency"),
    path("break-glass/<str:ref>/case/", emergency_case, name="emergency-case"),
    path("records/", disposal, name="records"),
    path("records/holds/", hold_list, name="holds"),
    path("records/holds/<str:ref>/", one_hold, name="one-hold"),
    path("reports/opened/", opened_cases, name="opened-cases"),
    path("ask/", ask, name="ask"),
    path("cases/<str:ref>/receipt/", receipt, name="receipt"),
    path("cases/<str:ref>/receipt.json", receipt_json, name="receipt-json"),
    path("cases/<str:ref>/bundle/", bundle, name="bundle"),
    path("cases/<str:ref>/pack/", pack, name="pack"),
    path("cases/<str:ref>/copy/", subject_copy, name="subject-copy"),
    path("cases/<str:ref>/put-right/", put_right, name="put-right"),
    path("cases/<str:ref>/proof/", proof, name="proof"),
    path("cases/<str:ref>/opened/", case_opened, name="case-opened"),
    path("cases/<str:ref>/evidence/", beside, name="beside"),
    path("cases/<str:ref>/evidence/<int:number>/", one_beside, name="one-beside"),
    path("cases/<str:ref>/evidence/<int:number>/take-away/", away_page, name="beside-away"),
    path("cases/<str:ref>/evidence/<int:number>/<str:which>/", one_file, name="beside-file"),
    path("cases/<str:ref>/", case, name="case"),
    path("cases/<str:ref>/steps/<str:step>/", case_step, name="case-step"),
    path("press/", press, name="press"),
    path("press/on-the-phone/", page("web/press/on-the-phone.html"), name="press-on-the-phone"),
    path("people/", people, name="people"),
    path("people/import/", imports, name="imports"),
    path("people/import/<str:ref>/", one_import, name="one-import"),
    path("people/import/<str:ref>/<str:step>/", import_step, name="import-step"),
    path("people/merge/", merges, name="merges"),
    path("people/merge/<str:kept>/<str:gone>/", one_merge, name="one-merge"),
    path("people/contacts/", contacts, name="contacts"),
    path("procedure/", procedure, name="procedure"),
    path("procedure/editions/", editions, name="editions"),
    path("procedure/editions/<str:name>/", edition_page, name="edition"),
    path("procedure/editions/<str:name>/as/<str:sort>/", edition_file, name="edition-file"),
    path("procedure/changes/", what_changed, name="what-changed"),
    path("procedure/feed.atom", feed, name="feed"),
    path("procedure/drafts/", drafts, name="drafts"),
    path("procedure/drafts/<str:ref>/", one_draft, name="draft"),
    path("procedure/drafts/<str:ref>/clauses/<str:id>/", draft_clause, name="draft-clause"),
    path("procedure/drafts/<str:ref>/steps/<str:step>/", draft_step, name="draft-step"),
    path("procedure/facts/", facts_page, name="facts"),
    path("procedure/links/", links_page, name="links"),
    path("procedure/lint/", lint_page, name="lint"),
    path("procedure/bring/", bring, name="bring"),
    path("procedure/bring/<str:ref>/", bring_one, name="bring-one"),
    path("procedure/bring/<str:ref>/clauses/<str:id>/", bring_clause, name="bring-clause"),
    path("procedure/bring/<str:ref>/steps/<str:step>/", bring_step, name="bring-step"),
    path("procedure/topics/<str:id>/", topic_page, name="topic"),
    path("procedure/clauses/<str:id>/", clause_page, name="clause"),
    path("do-i-need-to/", trees, name="trees"),
    path("do-i-need-to/<str:id>/", one_tree, name="one-tree"),
    path("guides/", guides, name="guides"),
    path("guides/<str:id>/", guide_page, name="guide"),
    path("settings/", settings_page, name="settings"),
    path("settings/part/<str:part>/", one_part, name="settings-part"),
    path("settings/one/<str:name>/", one_setting, name="one-setting"),
    path("settings/changes/<str:ref>/", one_change, name="setting-change"),
    path("settings-check/", settings_check, name="settings-check"),
    path("to-read/", to_read, name="to-read"),
    path("to-read/team/", line_manager, name="to-read-team"),
    path("to-read/sheets/", sheets, name="sheets"),
    path("to-read/sheets/<str:school>/<str:group>/", sheet, name="sheet"),
    path("campaigns/", campaigns, name="campaigns"),
    path("campaigns/new/", new_campaign, name="new-campaign"),
    path("campaigns/<str:ref>/", campaign, name="campaign"),
    path("remove/", take_down, name="take-down"),
    path("remove/ask/", remove_ask, name="remove-ask"),
    path("do-not-post/", do_not_post, name="do-not-post"),
    path("my-data/", my_data, name="my-data"),
    path("concern/", concern, name="concern"),
    path("concern/mailbox/", mailbox, name="concern-mailbox"),
    path("not-ours/", not_ours, name="not-ours"),
    path("official-pages/", official_pages, name="official-pages"),
    path("official-pages/table.csv", official_pages_file, name="official-pages-file"),
    path("is-this-official/link/", snippet, name="snippet"),
    path("is-this-official/", is_official, name="is-this-official"),
    path("by-link/", ask_by_link, name="ask-by-link"),
    path("by-link/<str:token>/", come_by_link, name="come-by-link"),
    path("remove/save/", remove_save, name="remove-save"),
    path("events/", event_list, name="events"),
    path("events/new/", new_event, name="new-event"),
    path("events/parents-pictures/", page("web/events/parents-pictures.html", parents_pictures), name="parents-pictures"),
    path("instructions/", instruction_list, name="instructions"),
    path("instructions/new/", new_instruction, name="new-instruction"),
    path("put-it-right/", page("web/pages/put-it-right.html"), name="put-it-right"),
    path("what-we-keep/", page("web/pages/what-we-keep.html", what_we_keep), name="what-we-keep"),
    path("get-help/", page("web/pages/get-help.html", get_help), name="get-help"),
    path("accessibility/", page("web/pages/accessibility.html"), name="accessibility"),
    path("cookies/", page("web/pages/cookies.html", cookies), name="cookies"),
]
