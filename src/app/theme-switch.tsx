import { useState } from 'react';
import { Button } from '../ui/button';
import { chooseTheme, storedTheme, type Theme, themes } from './theme';

const looks = {
  system: { sign: '◐', label: 'Colours: as the system' },
  light: { sign: '☀', label: 'Colours: light' },
  dark: { sign: '☾', label: 'Colours: dark' },
} as const satisfies Record<Theme, { sign: string; label: string }>;

/** One button that goes through the three; its name says which one holds. */
export function ThemeSwitch() {
  const [theme, setTheme] = useState(storedTheme);
  const next = themes[(themes.indexOf(theme) + 1) % themes.length] ?? 'system';
  return (
    <Button
      look="quiet"
      aria-label={looks[theme].label}
      title={looks[theme].label}
      onClick={() => {
        chooseTheme(next);
        setTheme(next);
      }}
    >
      <span aria-hidden="true">{looks[theme].sign}</span>
    </Button>
  );
}
