"""Learning from marked texts: for users who hold a corpus in which who says what was marked by hand."""

from discourse.training.train import train_statements
from discourse.training.trained import TrainedStatements

__all__ = ["TrainedStatements", "train_statements"]
