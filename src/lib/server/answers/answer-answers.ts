// GET /crossing/v1/answers, opened by the token that right special pictures gave.
import { ANSWER_TOKEN_HEADER } from '$lib/crossing/answers';
import { paddedJson } from '../kiosks/padded-json';
import { refuse } from '../kiosks/refuse';
import { readSignedRequest } from '../kiosks/signed-request';
import type { RunningServer } from '../running';
import { pupilOfToken } from '../secret-pictures/answer-token';
import { findAnswers } from './answers';
import { markAnswerRead } from './mark-answer-read';

export const ANSWERS_BYTES = 4096;

export async function answerAnswers(running: RunningServer, request: Request): Promise<Response> {
	const signed = await readSignedRequest(running, request);
	if (signed instanceof Response) return signed;
	const { kiosk, now } = signed;
	const token = request.headers.get(ANSWER_TOKEN_HEADER) ?? '';
	const pupilId = await pupilOfToken(running, kiosk, token, now);
	if (!pupilId) {
		return refuse(401, {
			error: 'token',
			message: 'For me is closed again. Tap the special pictures once more.'
		});
	}
	const schoolId = kiosk.school_id;
	const { waiting, adults, unreadRequestIds } = await findAnswers(
		running,
		{ schoolId, pupilId },
		now
	);
	for (const requestId of unreadRequestIds) {
		try {
			await markAnswerRead(running, { schoolId, requestId });
		} catch (error) {
			// The child reads the answer all the same; the adult is told to say it in person.
			const reason = error instanceof Error ? error.message : 'unknown';
			running.log.error({ requestId, reason }, 'an answer could not be marked as read');
		}
	}
	return new Response(paddedJson({ waiting, adults }, ANSWERS_BYTES), {
		headers: { 'content-type': 'application/json', 'cache-control': 'no-store' }
	});
}
