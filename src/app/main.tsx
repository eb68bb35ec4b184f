import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './app';
import './styles.css';
import { show, storedTheme } from './theme';

const root = document.getElementById('root');
if (root === null) throw new Error('index.html holds no element #root');
show(storedTheme());
createRoot(root).render(
  <StrictMode>
    <App />
  </StrictMode>,
);
