// The reader of pictures weighs as much as a page: it is loaded when somebody scans.
async function openReader() {
  const { BarcodeFormat, BrowserMultiFormatReader, DecodeHintType } = await import("@zxing/library");
  const formats = [BarcodeFormat.QR_CODE, BarcodeFormat.DATA_MATRIX, BarcodeFormat.CODE_128];
  const hints = new Map<number, unknown>([
    [DecodeHintType.POSSIBLE_FORMATS, formats],
    [DecodeHintType.TRY_HARDER, true],
  ]);
  return new BrowserMultiFormatReader(hints);
}

/** The text of the first symbol in a picture, or null. */
export async function scanImage(file: Blob): Promise<string | null> {
  const reader = await openReader();
  const address = URL.createObjectURL(file);
  try {
    return (await reader.decodeFromImageUrl(address)).getText();
  } catch {
    return null;
  } finally {
    URL.revokeObjectURL(address);
  }
}

/**
 * Reads what the camera sees into `hear` until the answer is called.
 * @throws where the camera does not open
 */
export async function watchCamera(
  video: HTMLVideoElement,
  hear: (text: string) => void,
): Promise<() => void> {
  const reader = await openReader();
  await reader.decodeFromConstraints({ video: { facingMode: "environment" } }, video, (result) => {
    if (result) hear(result.getText());
  });
  return () => reader.reset();
}
