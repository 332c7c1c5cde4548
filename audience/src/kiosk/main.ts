/** Starts the kiosk's page. It keeps nothing of those who use it but what is still to be sent. */
import '@wenzheng/shared/ui/tokens.css';
import '../app.css';
import './kiosk.css';
import { mount } from 'svelte';
import { LiveForum } from '@wenzheng/shared/live/forum.svelte';
import { language } from '../shell/language.svelte';
import KioskPage from './KioskPage.svelte';
import { nothingKept } from './nothing-kept';

const target = document.getElementById('app');
if (!target) throw new Error('The page has no #app');
language.recall(nothingKept);
mount(KioskPage, {
  target,
  props: {
    live: new LiveForum<'kiosk'>({
      client: 'kiosk',
      forum: new URLSearchParams(location.search).get('forum'),
      first: null,
    }),
  },
});
