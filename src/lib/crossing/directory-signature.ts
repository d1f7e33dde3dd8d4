// The server signs the directory for one kiosk, so that nobody in between can put in another adult.
import { fromBase64Url, utf8 } from './bytes';

export const DIRECTORY_SIGNATURE_HEADER = 'cwtch-signature';

/** `body` exactly as it crosses. */
export const directoryText = (kioskId: string, body: string): string =>
	`cwtch-directory-v1\n${kioskId}\n${body}`;

/** Whether this body is what the server signed for this kiosk. Never throws. */
export async function isDirectoryGenuine(
	serverKey: CryptoKey,
	kioskId: string,
	body: string,
	signature: string | null
): Promise<boolean> {
	if (signature === null) return false;
	try {
		return await crypto.subtle.verify(
			'Ed25519',
			serverKey,
			fromBase64Url(signature),
			utf8(directoryText(kioskId, body))
		);
	} catch {
		return false;
	}
}
