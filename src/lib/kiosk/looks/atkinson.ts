import '$lib/ui/atkinson.css';

export const family = 'Atkinson Hyperlegible Next';
