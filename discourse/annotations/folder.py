"""A folder of tables, on this machine or wherever Arrow reaches: `s3://…`, `gs://…`, `fsspec+memory://…`.

Each table is a folder of Parquet files, one for each segment (a partition of documents); beside them stand
small JSON files. Every file is written whole or not at all.
"""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pandas as pd
import pyarrow as pa
import pyarrow.parquet as pq
from pyarrow import fs

from discourse.errors import ReadError
from discourse.tables import TABLES, table

_LISTS = {"spans": pa.list_(pa.list_(pa.int64())), "list": pa.list_(pa.string())}


@dataclass(frozen=True)
class Folder:
    """A place for tables; `root` is its path in `system`."""

    system: fs.FileSystem
    root: str

    def write_table(self, name: str, segment: str, frame: pd.DataFrame) -> None:
        """Write a segment of the table `name`."""
        sink = pa.BufferOutputStream()
        found = _arrow(name, frame)
        whole = [field.name for field in found.schema if pa.types.is_integer(field.type)]
        pq.write_table(
            found,
            sink,
            compression="zstd",
            use_dictionary=[column for column in found.column_names if column not in whole],
            column_encoding=dict.fromkeys(whole, "DELTA_BINARY_PACKED"),
            write_statistics=False,
        )
        self._write(f"{name}/{segment}.parquet", sink.getvalue())

    def read_table(self, name: str, segment: str, columns: Sequence[str] | None = None) -> pd.DataFrame:
        """Read a segment of the table `name`, or some of its columns.

        Raises
        ------
        ReadError
            If it is not there.
        """
        path = f"{self.root}/{name}/{segment}.parquet"
        try:
            found = pq.read_table(path, filesystem=self.system, columns=columns)
        except (FileNotFoundError, pa.ArrowInvalid):
            raise ReadError(
                f"{self.root} lacks a part of the table {name!r}: there is no sound {path}"
            ) from None
        return _pandas(name, found, columns)

    def write_json(self, path: str, value: Any) -> None:
        """Write `value` into the file `path`, below the folder."""
        self._write(path, (json.dumps(value, indent=1, sort_keys=True) + "\n").encode())

    def read_json(self, path: str) -> Any:
        """Read the file `path`; None if it is not there."""
        if not self.has(path):
            return None
        with self.system.open_input_stream(f"{self.root}/{path}") as stream:
            return json.loads(stream.read())

    def has(self, path: str) -> bool:
        """Whether there is a file `path` below the folder."""
        return self.system.get_file_info(f"{self.root}/{path}").is_file

    def names(self, below: str) -> list[str]:
        """Give the names, without their endings, of the whole files in the subfolder `below`, sorted."""
        selector = fs.FileSelector(f"{self.root}/{below}", allow_not_found=True)
        found = (info.base_name for info in self.system.get_file_info(selector))
        return sorted(name.rpartition(".")[0] for name in found if not name.endswith(".part"))

    def remove(self, path: str) -> None:
        """Remove the file `path`, if it is there."""
        if self.has(path):
            self.system.delete_file(f"{self.root}/{path}")

    def _write(self, path: str, data: bytes | pa.Buffer) -> None:
        whole = f"{self.root}/{path}"
        self.system.create_dir(whole.rpartition("/")[0], recursive=True)
        with self.system.open_output_stream(f"{whole}.part") as stream:
            stream.write(data)
        self.system.move(f"{whole}.part", whole)


def open_folder(path: str | Path) -> Folder:
    """Give the folder at `path`, a path or a URL; it need not be there yet.

    Raises
    ------
    ReadError
        If no file system is known for the URL.
    """
    if "://" not in str(path):
        return Folder(fs.LocalFileSystem(), Path(path).absolute().as_posix())
    try:
        system, root = fs.FileSystem.from_uri(str(path))
    except (ValueError, ImportError, OSError) as error:
        raise ReadError(f"cannot reach {str(path)!r}: {error}") from None
    return Folder(system, root.rstrip("/"))


def _arrow(name: str, frame: pd.DataFrame) -> pa.Table:
    """A table for Parquet; lists keep their type where a segment has none."""
    types = {column: spec.type for column, spec in TABLES[name].columns.items()}
    arrays = {
        column: pa.array(frame[column], type=_LISTS.get(types.get(column, "")), from_pandas=True)
        for column in frame.columns
    }
    return pa.table(arrays)


def _pandas(name: str, found: pa.Table, columns: Sequence[str] | None) -> pd.DataFrame:
    frame = found.to_pandas()
    for column, spec in TABLES[name].columns.items():
        if spec.type == "spans" and column in frame:
            frame[column] = pd.Series(found[column].to_pylist(), dtype=object)
    return frame if columns else table(name, {column: frame[column] for column in frame.columns})
