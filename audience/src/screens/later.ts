/** All but the current question and the day: loaded once that stands, so that the question comes first. */
export { Activity } from './activity';
export { default as BelowNow } from './stages/BelowNow.svelte';
export { default as OtherPage } from './OtherPage.svelte';
export { default as StageNow } from './stages/StageNow.svelte';
export { default as StatementsLink } from './stages/StatementsLink.svelte';
export { default as OverShell } from '../shell/OverShell.svelte';
