"""The JSON Schema: an editor that is given it accepts the plan and refuses what `erqi check` refuses."""

import json
import re

import jsonschema
import pytest
import yaml

from erqi_cli.domain.units import UNITS
from erqi_cli.readers.yaml.json_schema import plan_schema, schema_text
from tests.conftest import PLAN, ROOT

BAD = ROOT / "tests" / "files" / "bad"


class EditorLoader(yaml.SafeLoader):
    """Reads YAML as an editor does: YAML 1.2 numbers, everything else text."""


EditorLoader.yaml_implicit_resolvers = {}
EditorLoader.add_implicit_resolver(
    "tag:yaml.org,2002:int", re.compile(r"-?(0|[1-9][0-9]*)$"), list("-0123456789")
)
EditorLoader.add_implicit_resolver(
    "tag:yaml.org,2002:float", re.compile(r"-?[0-9]+\.[0-9]+$"), list("-0123456789")
)


def as_editor(path):
    return yaml.load(path.read_text("utf-8"), Loader=EditorLoader)  # noqa: S506 -- resolvers of numbers only


@pytest.fixture(scope="module")
def validator():
    schema = plan_schema()
    jsonschema.Draft202012Validator.check_schema(schema)
    return jsonschema.Draft202012Validator(schema)


def test_the_shipped_plan_and_the_starter_fit_the_schema(validator):
    """Both plans that come with the program are valid."""
    for path in (
        PLAN,
        ROOT / "erqi_cli" / "readers" / "yaml" / "starter.yaml",
        ROOT / "tests" / "files" / "small.yaml",
    ):
        assert [error.message for error in validator.iter_errors(as_editor(path))] == []


@pytest.mark.parametrize(
    "name",
    [
        "mistyped_key",
        "revised_without_day",
        "revised_without_figure",
        "missing_key",
        "unknown_key_in_text",
        "list_for_mapping",
        "mapping_for_list",
        "bare_rate",
        "fraction_rate",
        "thousands",
        "unknown_kind",
        "unknown_comparator",
        "bad_period",
        "bad_year",
        "year_out_of_range",
        "id_with_a_space",
        "empty_ignore",
        "long_name",
        "share_without_percent",
        "level_without_unit",
        "missing_kind",
        "rate_without_kind",
        "neither_growth_nor_kind",
        "growth_kind_without_growth",
        "relative_without_other",
        "chinese_comparator",
        "cumulative_for_summed",
        "pace_of_the_first_release",
        "shares_without_monthly",
        "trajectory_as_a_list",
        "month_of_trajectory_in_words",
        "thresholds_as_a_list",
        "threshold_out_of_range",
        "factor_of_zero",
        "aliases_as_a_text",
    ],
)
def test_an_editor_sees_the_fault(validator, name):
    """What is wrong in shape or in a single value is wrong for the schema too."""
    assert list(validator.iter_errors(as_editor(BAD / f"{name}.yaml")))


def test_every_key_is_described_in_both_languages():
    """An editor can say what each key means, in English and in Chinese."""
    schema = plan_schema()
    for model in (schema, *schema["$defs"].values()):
        for name, key in model.get("properties", {}).items():
            assert re.search(r"[a-z].* / .*[\u4e00-\u9fff]", key.get("description", "")), name


def test_units_and_words_are_listed_for_completion():
    """The closed lists are enumerations, so that an editor completes them."""
    target = plan_schema()["$defs"]["Target"]["properties"]
    listed, any_other = target["unit"]["anyOf"]
    assert listed["enum"][: len(UNITS)] == list(UNITS)
    assert any_other == {"type": "string"}
    for key, word in (("better", "within"), ("collection", "average"), ("pace", "base_year")):
        assert word in target[key]["enum"]
    assert "share" in target["kind"]["enum"]
    assert "null" not in json.dumps(plan_schema())


def test_the_command_prints_the_schema(erqi, tmp_path):
    """`erqi schema` prints it, and --output writes it."""
    assert erqi("schema").out == schema_text()
    assert erqi("schema", "--output", tmp_path / "s.json").code == 0
    assert (tmp_path / "s.json").read_text("utf-8") == schema_text()
