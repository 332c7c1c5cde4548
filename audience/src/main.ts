/** Starts the phone's page: what the hub put inside it is shown at once, the socket follows. */
import '@wenzheng/shared/ui/tokens.css';
import './app.css';
import { mount } from 'svelte';
import App from './App.svelte';
import { readFirstPage } from './shell/first-page';

const target = document.getElementById('app');
if (!target) throw new Error('The page has no #app');
mount(App, {
  target,
  props: {
    first: readFirstPage(document),
    forum: new URLSearchParams(location.search).get('forum'),
  },
});
