// Reads a QR code off a video: by the browser where it can, else by a small decoder that comes along.
// Either way on the tablet; no picture is kept or sent.

/** What the code in the picture of this moment says, or `null` when there is none. */
export type ReadQr = (video: HTMLVideoElement) => Promise<string | null>;

/** A badge fills a good part of the picture; more would only take longer. */
const LONGEST_EDGE = 640;

interface Detector {
	detect(source: HTMLVideoElement): Promise<{ rawValue: string }[]>;
}
interface DetectorClass {
	new (options: { formats: string[] }): Detector;
	getSupportedFormats(): Promise<string[]>;
}

/** Rejects when the decoder is needed and cannot be had: offline, and not kept yet. */
export async function qrReader(): Promise<ReadQr> {
	return (await browsersOwn()) ?? (await bundled());
}

async function browsersOwn(): Promise<ReadQr | null> {
	const { BarcodeDetector } = globalThis as { BarcodeDetector?: DetectorClass };
	if (!BarcodeDetector) return null;
	const formats = await BarcodeDetector.getSupportedFormats().catch((): string[] => []);
	if (!formats.includes('qr_code')) return null;
	const detector = new BarcodeDetector({ formats: ['qr_code'] });
	return async (video) => (await detector.detect(video))[0]?.rawValue ?? null;
}

async function bundled(): Promise<ReadQr> {
	const { default: decodeQR } = await import('qr/decode.js');
	const context = document.createElement('canvas').getContext('2d', { willReadFrequently: true });
	if (!context) throw new Error('This browser gives no pixels of a video.');
	const { canvas } = context;
	return async (video) => {
		const { videoWidth, videoHeight } = video;
		if (videoWidth === 0 || videoHeight === 0) return null;
		const scale = Math.min(1, LONGEST_EDGE / Math.max(videoWidth, videoHeight));
		canvas.width = Math.round(videoWidth * scale);
		canvas.height = Math.round(videoHeight * scale);
		context.drawImage(video, 0, 0, canvas.width, canvas.height);
		const picture = context.getImageData(0, 0, canvas.width, canvas.height);
		try {
			return decodeQR(picture);
		} catch {
			// No code in it, or one that is not whole.
			return null;
		}
	};
}
