/** Starts the phone's page: what the hub put inside it is shown at once, the socket follows. */
import '@wenzheng/shared/ui/tokens.css';
import './app.css';
import { mount } from 'svelte';
import App from './App.svelte';
import { readFirstPage } from './shell/first-page';

const dark = matchMedia('(prefers-color-scheme: dark)');
const theme = (): void => {
  document.documentElement.dataset['theme'] = dark.matches ? 'ink' : 'paper';
};
theme();
dark.addEventListener('change', theme);

const target = document.getElementById('app');
if (!target) throw new Error('The page has no #app');
mount(App, {
  target,
  props: {
    first: readFirstPage(document),
    forum: new URLSearchParams(location.search).get('forum'),
  },
});
