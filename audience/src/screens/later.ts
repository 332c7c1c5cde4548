/** Every page but "now": loaded once that one stands, so that the current question comes first. */
export { default as AboutScreen } from './about/AboutScreen.svelte';
export { Asking } from './ask/asking.svelte';
export { default as AskScreen } from './ask/AskScreen.svelte';
export { default as MineScreen } from './mine/MineScreen.svelte';
export { default as QuestionsScreen } from './questions/QuestionsScreen.svelte';
