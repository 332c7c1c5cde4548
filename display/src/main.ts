/** Starts a display: which layout, forum, language and theme it shows stands in its address. */
import '@fontsource-variable/noto-sans-sc/index.css';
import '@wenzheng/shared/ui/tokens.css';
import './display.css';
import { keepAwake } from '@wenzheng/shared/live/keep-awake';
import { overwriteGetLocale } from '@wenzheng/shared/paraglide/runtime.js';
import { layoutName } from '@wenzheng/shared/ui/layout-names';
import { mount } from 'svelte';
import App from './App.svelte';
import { readSettings } from './settings';
import { warmFonts } from './text/warm-fonts';

const target = document.getElementById('app');
if (!target) throw new Error('The page has no #app');

const settings = readSettings(location.search);
// The language of this screen alone: nothing is stored, as the console may run in the same browser.
overwriteGetLocale(() => settings.locale);
document.documentElement.lang = settings.locale;
document.documentElement.dataset.theme = settings.theme;
document.documentElement.dataset.screen = settings.layout;
document.title = layoutName(settings.layout);
mount(App, { target, props: { settings } });
warmFonts(document.fonts);
keepAwake();
