declare global {
	namespace App {
		interface Locals {
			language: 'en' | 'cy';
		}
	}
}

export {};
