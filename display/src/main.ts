/** Starts the big screen: which forum, which language and which theme it shows stand in its address. */
import '@fontsource-variable/noto-sans-sc/index.css';
import '@wenzheng/shared/ui/tokens.css';
import './display.css';
import { m } from '@wenzheng/shared/paraglide/messages.js';
import { overwriteGetLocale } from '@wenzheng/shared/paraglide/runtime.js';
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
document.title = m.display_title();
mount(App, { target, props: { forum: settings.forum, sound: settings.sound } });
warmFonts(document.fonts);
