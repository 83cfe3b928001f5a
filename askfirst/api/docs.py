"""A readable page of the API: a plain template, since the usual viewers need scripts that our policy forbids."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe
from drf_spectacular.generators import SchemaGenerator

__all__ = ["docs"]


@require_safe
def docs(request: HttpRequest) -> HttpResponse:
    """Every operation with its method, address, summary and fields, from the same OpenAPI document."""
    schema = SchemaGenerator(api_version="1").get_schema(request=None, public=True)
    shapes = schema.get("components", {}).get("schemas", {})
    operations = []
    for address, methods in sorted(schema["paths"].items()):
        for method, operation in methods.items():
            body = operation.get("requestBody", {}).get("content", {}).get("application/json", {}).get("schema", {})
            shape = shapes.get(body.get("$ref", "").rpartition("/")[2], {})
            operations.append(
                {
                    "method": method.upper(),
                    "address": address,
                    "says": operation.get("description", ""),
                    "parameters": operation.get("parameters", []),
                    "fields": [
                        {"name": name, "needed": name in shape.get("required", []), "says": field.get("description", "")}
                        for name, field in shape.get("properties", {}).items()
                    ],
                }
            )
    return render(request, "api/docs.html", {"operations": operations})
