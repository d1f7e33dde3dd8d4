// The part of a picture that is kept: a square, moved and made smaller. Pure.

export interface Crop {
	/** 1 takes as much as a square can; at most `MOST_ZOOM`. */
	zoom: number;
	/** Of the room that is left over: 0 is the left edge, 1 the right one. */
	across: number;
	/** 0 is the upper edge, 1 the lower one. */
	down: number;
}

export const MOST_ZOOM = 4;
/** Faces stand a little above the middle. */
export const FIRST_CROP: Crop = { zoom: 1, across: 0.5, down: 0.4 };

interface Size {
	width: number;
	height: number;
}

/** In pixels of the picture. */
export function squareOf({ width, height }: Size, { zoom, across, down }: Crop) {
	const edge = Math.min(width, height) / zoom;
	return { x: (width - edge) * across, y: (height - edge) * down, edge };
}

/** The crop after the picture was dragged by so many pixels on a stage of this edge. */
export function dragged(
	picture: Size,
	crop: Crop,
	by: { x: number; y: number },
	stage: number
): Crop {
	const { x, y, edge } = squareOf(picture, crop);
	const scale = edge / stage;
	return {
		...crop,
		across: share(x - by.x * scale, picture.width - edge, crop.across),
		down: share(y - by.y * scale, picture.height - edge, crop.down)
	};
}

/** Where there is no room to move, things stay. */
const share = (at: number, room: number, otherwise: number): number =>
	room < 1 ? otherwise : Math.min(1, Math.max(0, at / room));
