import pytest

from pipeline.engines.liblouis import LiblouisTranslator
from pipeline.model.settings import BrailleSettings


@pytest.fixture(scope="session")
def translator() -> LiblouisTranslator:
    return LiblouisTranslator(BrailleSettings())
