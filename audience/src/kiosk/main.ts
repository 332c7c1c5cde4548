/** Starts the kiosk's page. It keeps nothing of those who use it but what is still to be sent. */
import '@wenzheng/shared/ui/tokens.css';
import '../app.css';
import './kiosk.css';
import { mount } from 'svelte';
import { LiveForum } from '@wenzheng/shared/live/forum.svelte';
import { answerMeasure } from '@wenzheng/shared/live/answer-measure';
import { isKeptAwake, keepAwake } from '@wenzheng/shared/live/keep-awake';
import { pageTransport } from '@wenzheng/shared/live/page-transport';
import { language } from '../shell/language.svelte';
import KioskPage from './KioskPage.svelte';
import { nothingKept } from './nothing-kept';

const target = document.getElementById('app');
if (!target) throw new Error('The page has no #app');
language.recall(nothingKept);
keepAwake();
const transport = pageTransport('kiosk');
answerMeasure(transport, isKeptAwake);
mount(KioskPage, {
  target,
  props: {
    live: new LiveForum<'kiosk'>({
      client: 'kiosk',
      forum: new URLSearchParams(location.search).get('forum'),
      first: null,
      transport,
    }),
  },
});
