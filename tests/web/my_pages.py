"""A page of one's own, for the stories about signing in: the house's addresses and one more."""

from django.http import HttpResponse
from django.urls import path

from askfirst.config.urls import handler400, handler403, handler404, handler500
from askfirst.config.urls import urlpatterns as ours
from askfirst.people.who import names
from askfirst.web.session import signed_in

__all__ = ["handler400", "handler403", "handler404", "handler500", "urlpatterns"]


@signed_in
def mine(request):
    here = request.standing.person
    return HttpResponse("Here is %s" % names([here])[here].short)


urlpatterns = [path("mine/", mine), *ours]
