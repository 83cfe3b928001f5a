"""Addresses of the API, version 1."""

from django.urls import path, re_path
from drf_spectacular.views import SpectacularJSONAPIView

from askfirst.api.archives import CheckArchive
from askfirst.api.beside import Away, Beside, OneFile
from askfirst.api.brought import BroughtDocuments, BroughtRule, BroughtStep, OneBrought
from askfirst.api.campaigns import Campaigns, CampaignSteps, OneCampaign, Reading, Team
from askfirst.api.cases import Cases, OneCase, OneStep, WhoOpened
from askfirst.api.checks import CheckPost
from askfirst.api.corrections import Corrections
from askfirst.api.docs import docs
from askfirst.api.editions import Changes, Drafts, DraftStep, Editions, OneDraft, OneEdition
from askfirst.api.friends import CheckFriends
from askfirst.api.guides import GuidesView, GuideView
from askfirst.api.me import Hats, Me, Record, Tasks
from askfirst.api.missing import Missing
from askfirst.api.names import CheckName
from askfirst.api.official_pages import LookAtPages, OfficialPages, PagesDone
from askfirst.api.pack import OnePack
from askfirst.api.page_check import CheckPage
from askfirst.api.photos import CheckPhoto
from askfirst.api.procedure import ClauseView, FactsView, LintView, ProcedureView
from askfirst.api.reports import Counts
from askfirst.api.settings import ChangeSteps, OneChange, OneSetting, SettingChanges, Settings
from askfirst.api.sites import SiteLookup
from askfirst.api.subject_copy import OneCopy
from askfirst.api.take_down import TakeDownRoute

app_name = "api"

urlpatterns = [
    path("checks/post", CheckPost.as_view(), name="check-post"),
    path("checks/name", CheckName.as_view(), name="check-name"),
    path("checks/page", CheckPage.as_view(), name="check-page"),
    path("checks/photo", CheckPhoto.as_view(), name="check-photo"),
    path("checks/archive", CheckArchive.as_view(), name="check-archive"),
    path("checks/friends", CheckFriends.as_view(), name="check-friends"),
    path("procedure", ProcedureView.as_view(), name="procedure"),
    path("procedure/facts", FactsView.as_view(), name="facts"),
    path("procedure/lint", LintView.as_view(), name="lint"),
    path("procedure/clauses/<str:id>", ClauseView.as_view(), name="clause"),
    path("procedure/editions", Editions.as_view(), name="editions"),
    path("procedure/editions/<str:name>", OneEdition.as_view(), name="edition"),
    path("procedure/changes", Changes.as_view(), name="procedure-changes"),
    path("procedure/brought", BroughtDocuments.as_view(), name="brought"),
    path("procedure/brought/<str:ref>", OneBrought.as_view(), name="brought-one"),
    path("procedure/brought/<str:ref>/rules/<str:id>", BroughtRule.as_view(), name="brought-rule"),
    path("procedure/brought/<str:ref>/steps/<str:step>", BroughtStep.as_view(), name="brought-step"),
    path("procedure/drafts", Drafts.as_view(), name="drafts"),
    path("procedure/drafts/<str:ref>", OneDraft.as_view(), name="draft"),
    path("procedure/drafts/<str:ref>/steps/<str:step>", DraftStep.as_view(), name="draft-step"),
    path("guides", GuidesView.as_view(), name="guides"),
    path("guides/<str:id>", GuideView.as_view(), name="guide"),
    path("take-down/route", TakeDownRoute.as_view(), name="take-down-route"),
    path("sites/lookup", SiteLookup.as_view(), name="sites-lookup"),
    path("official-pages", OfficialPages.as_view(), name="official-pages"),
    path("official-pages/look", LookAtPages.as_view(), name="official-pages-look"),
    path("official-pages/apply", PagesDone.as_view(), name="official-pages-apply"),
    path("cases", Cases.as_view(), name="cases"),
    path("cases/<str:ref>", OneCase.as_view(), name="case"),
    path("cases/<str:ref>/opened", WhoOpened.as_view(), name="who-opened"),
    path("cases/<str:ref>/pack", OnePack.as_view(), name="pack"),
    path("cases/<str:ref>/copy", OneCopy.as_view(), name="copy"),
    path("cases/<str:ref>/corrections", Corrections.as_view(), name="corrections"),
    path("cases/<str:ref>/evidence", Beside.as_view(), name="beside"),
    path("cases/<str:ref>/evidence/<int:number>/take-away", Away.as_view(), name="beside-away"),
    path("cases/<str:ref>/evidence/<int:number>/<str:which>", OneFile.as_view(), name="beside-file"),
    path("cases/<str:ref>/steps/<str:step>", OneStep.as_view(), name="step"),
    path("me", Me.as_view(), name="me"),
    path("me/tasks", Tasks.as_view(), name="tasks"),
    path("me/reading", Reading.as_view(), name="my-reading"),
    path("me/team", Team.as_view(), name="my-team"),
    path("campaigns", Campaigns.as_view(), name="campaigns"),
    path("campaigns/<str:ref>", OneCampaign.as_view(), name="campaign"),
    path("campaigns/<str:ref>/steps/<str:step>", CampaignSteps.as_view(), name="campaign-step"),
    path("settings", Settings.as_view(), name="settings"),
    path("settings/changes", SettingChanges.as_view(), name="setting-changes"),
    path("settings/changes/<str:ref>", OneChange.as_view(), name="setting-change"),
    path("settings/changes/<str:ref>/steps/<str:step>", ChangeSteps.as_view(), name="setting-change-step"),
    path("settings/<str:name>", OneSetting.as_view(), name="setting"),
    path("me/record", Record.as_view(), name="record"),
    path("reports/counts", Counts.as_view(), name="case-counts"),
    path("people/<str:ref>/hats", Hats.as_view(), name="hats"),
    path("openapi.json", SpectacularJSONAPIView.as_view(), name="openapi"),
    path("docs", docs, name="docs"),
    re_path(r"^.*$", Missing.as_view(), name="missing"),
]
