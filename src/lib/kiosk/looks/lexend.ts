import '$lib/ui/lexend.css';

export const family = 'Lexend';
