import pytest

from clienteling.tablet.scan.camera_format import PictureSize, best

SMALL, HD, FULL, HUGE = (640, 480), (1280, 720), (1920, 1080), (3840, 2160)


@pytest.mark.parametrize(
    ("sizes", "chosen"),
    [
        ([(*SMALL, 30), (*HD, 30), (*FULL, 30)], 1),
        ([(*HD, 10), (*SMALL, 30)], 1),
        ([(*SMALL, 30), (*HUGE, 30), (*FULL, 30)], 2),
        ([(320, 240, 30), (*SMALL, 30)], 1),
        ([(*HD, 5), (*SMALL, 10)], 0),
        ([(*HD, 30), (*HD, 60)], 1),
        ([], -1),
    ],
)
def test_smooth_comes_first_then_as_many_pixels_as_a_code_needs(sizes, chosen):
    assert best([PictureSize(*size) for size in sizes]) == chosen
