import '@fontsource-variable/noto-sans-sc';
import '@wenzheng/shared/ui/tokens.css';
import './console.css';
import { mount } from 'svelte';
import App from './App.svelte';

const target = document.getElementById('app');
if (!target) throw new Error('The page has no place for the console.');
mount(App, { target });
