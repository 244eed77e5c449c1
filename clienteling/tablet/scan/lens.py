"""The machine's cameras, of which one at a time sends its frames to a sink."""

from dataclasses import dataclass

from PySide6.QtCore import QObject, Signal
from PySide6.QtMultimedia import (
    QCamera,
    QCameraDevice,
    QMediaCaptureSession,
    QMediaDevices,
    QVideoSink,
)

from clienteling.tablet.scan.camera_format import PictureSize, best


@dataclass(frozen=True, slots=True)
class CameraDevice:
    id: str
    name: str


class Lens(QObject):
    devices_changed = Signal()
    failed = Signal()
    """The running camera gave an error."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._machine = QMediaDevices(self)
        self._machine.videoInputsChanged.connect(self.devices_changed)
        self._session = QMediaCaptureSession(self)
        self._camera: QCamera | None = None

    @property
    def devices(self) -> list[CameraDevice]:
        return [
            CameraDevice(device.id().toBase64().toStdString(), device.description())
            for device in self._machine.videoInputs()
        ]

    def start(self, position: int) -> None:
        """Run the camera at that position of `devices`, and no other."""
        self.stop()
        device = self._machine.videoInputs()[position]
        self._camera = QCamera(device, self)
        _choose_format(self._camera, device)
        self._camera.errorOccurred.connect(self.failed)
        self._session.setCamera(self._camera)
        self._camera.start()

    def stop(self) -> None:
        if self._camera is not None:
            self._camera.stop()
            self._session.setCamera(None)
            self._camera.deleteLater()
            self._camera = None

    def show_in(self, sink: QVideoSink | None) -> None:
        self._session.setVideoSink(sink)


def _choose_format(camera: QCamera, device: QCameraDevice) -> None:
    formats = device.videoFormats()
    sizes = [PictureSize(f.resolution().width(), f.resolution().height(), f.maxFrameRate()) for f in formats]
    if sizes:
        camera.setCameraFormat(formats[best(sizes)])
