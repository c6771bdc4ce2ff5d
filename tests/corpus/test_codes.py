"""Judgements read back from sheets; what is wrong is told by file and row."""

import pandas as pd
import pytest

from discourse.corpus import read_codes
from discourse.errors import ReadError


@pytest.fixture
def sheet():
    """Three framings as a coder gets them."""
    return pd.DataFrame(
        {
            "item": ["a:body:0-3", "a:body:8-11", "b:body:0-3"],
            "doc_id": ["a", "a", "b"],
            "part": "body",
            "start": [0, 8, 0],
            "end": [3, 11, 3],
            "n_stratum": 10,
            "probability": 0.3,
            "frame": ["war", "war", "crisis"],
            "use": "asserted",
            "coder": "",
            "coded_frame": "",
            "coded_use": "",
        }
    )


def write(sheet, path):
    sheet.to_csv(path, index=False)
    return path


def test_yes_and_no_become_values_and_empty_fields_are_no_judgements(sheet, tmp_path):
    file = write(
        sheet.assign(coded_frame=["yes", "No", "none"], coded_use=["negated", "", " yes "]),
        tmp_path / "ann.csv",
    )
    codes = read_codes(file)
    by_variable = codes.groupby("variable")["code"].apply(list).to_dict()
    assert by_variable == {"frame": ["war", "other", "none"], "use": ["negated", "asserted"]}
    assert set(codes["coder"]) == {"ann"}


def test_several_coders_come_from_several_files_or_from_the_column(sheet, tmp_path):
    ann = write(sheet.assign(coded_frame="yes"), tmp_path / "ann.csv")
    ben = tmp_path / "sheet-2.xlsx"
    sheet.assign(coded_frame="no", coder="Ben").to_excel(ben, index=False)
    codes = read_codes([ann, ben])
    assert codes.groupby("coder")["code"].apply(list).to_dict() == {
        "Ben": ["other"] * 3,
        "ann": ["war", "war", "crisis"],
    }


def test_what_a_european_excel_saves_is_read(sheet, tmp_path):
    sheet.assign(coded_use="asserted").to_csv(tmp_path / "x.csv", index=False, sep=";", encoding="utf-8-sig")
    assert read_codes(tmp_path / "x.csv")["code"].tolist() == ["asserted"] * 3


def test_a_value_that_is_not_allowed_is_told_by_file_and_row(sheet, tmp_path):
    file = write(sheet.assign(coded_use=["asserted", "negatd", "yes"]), tmp_path / "ann.csv")
    with pytest.raises(ReadError) as error:
        read_codes(file)
    assert str(error.value) == (
        "ann.csv, row 3: use is 'negatd'; it must be one of asserted, negated, refused, none, other. "
        "Did you mean 'negated'?"
    )


def test_values_of_a_codebook_are_checked(sheet, tmp_path):
    file = write(sheet.assign(coded_frame=["war", "wra", "crisis"]), tmp_path / "ann.csv")
    with pytest.raises(ReadError, match=r"^ann.csv, row 3: frame is 'wra'; it must be one of war, crisis"):
        read_codes(file, codes={"frame": ["war", "crisis"]})


def test_yes_in_a_blind_sheet_is_refused(sheet, tmp_path):
    file = write(sheet.drop(columns=["frame", "use"]).assign(coded_use="yes"), tmp_path / "ann.csv")
    with pytest.raises(
        ReadError, match=r"ann.csv, row 2: use says yes or no, but a blind sheet needs the value"
    ):
        read_codes(file)


def test_an_item_judged_twice_by_one_coder_is_refused(sheet, tmp_path):
    file = write(pd.concat([sheet, sheet.head(1)]).assign(coded_use="yes"), tmp_path / "ann.csv")
    with pytest.raises(ReadError, match=r"^ann.csv, row 5: ann judged the use of a:body:0-3 twice$"):
        read_codes(file)


def test_a_probability_that_was_changed_to_nonsense_is_refused(sheet, tmp_path):
    file = write(sheet.assign(coded_use="yes", probability=[0.3, 3, 0.3]), tmp_path / "ann.csv")
    with pytest.raises(ReadError, match=r"ann.csv, row 3: the probability must be as it was drawn"):
        read_codes(file)


def test_another_table_is_no_coding_sheet(sheet, tmp_path):
    with pytest.raises(ReadError, match=r"x.csv is no coding sheet: it lacks 'probability'"):
        read_codes(write(sheet.drop(columns="probability"), tmp_path / "x.csv"))
    with pytest.raises(ReadError, match=r"x.csv is no coding sheet: it lacks columns 'coded_…'"):
        read_codes(write(sheet.drop(columns=["coded_use", "coded_frame"]), tmp_path / "x.csv"))


def test_a_sheet_that_nobody_filled_in_is_told(sheet, tmp_path):
    with pytest.raises(ReadError, match=r"ann.csv: there is no judgement in it"):
        read_codes(write(sheet, tmp_path / "ann.csv"))


def test_a_missing_file_is_told(tmp_path):
    with pytest.raises(ReadError, match=r"gone.csv: it cannot be opened"):
        read_codes(tmp_path / "gone.csv")
