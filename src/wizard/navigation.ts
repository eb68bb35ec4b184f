import { createContext, useContext } from 'react';
import type { Path } from '../core/plan/plan';
import type { StepId } from './steps';

/** Opens a step. The app sets it: it owns the address. */
export const NavigationContext = createContext<((step: StepId) => void) | undefined>(undefined);

export function useNavigate(): (step: StepId) => void {
  const navigate = useContext(NavigationContext);
  if (navigate === undefined) throw new Error('No navigation: render this below <NavigationContext value={...}>.');
  return navigate;
}

/**
 * Which answer is in view: the one whose field has the focus (its lines in the files light up), and the one that
 * somebody asked to be led to. Outside of React's tree, so that a changed focus renders only who asks for it.
 */
export type FieldFocus = {
  readonly focused: () => Path | undefined;
  /** The answer to be led to, until its field has been found. A step that hides fields shows this one. */
  readonly wanted: () => Path | undefined;
  readonly subscribe: (listener: () => void) => () => void;
  readonly focus: (path: Path | undefined) => void;
  readonly want: (path: Path | undefined) => void;
};

export function createFieldFocus(): FieldFocus {
  let focused: Path | undefined;
  let wanted: Path | undefined;
  const listeners = new Set<() => void>();
  const tell = () => {
    for (const listener of [...listeners]) listener();
  };
  return {
    focused: () => focused,
    wanted: () => wanted,
    subscribe(listener) {
      listeners.add(listener);
      return () => {
        listeners.delete(listener);
      };
    },
    focus(path) {
      if (path === focused) return;
      focused = path;
      tell();
    },
    want(path) {
      wanted = path;
      tell();
    },
  };
}

/**
 * The element of an answer's field, or of the nearest group of answers around it: `nodes.2.custody` for
 * `nodes.2.custody.wrapperKey.id` when that isn't on the page.
 */
export function fieldOf(root: ParentNode, path: Path): HTMLElement | undefined {
  const parts = path.split('.');
  for (let length = parts.length; length > 0; length--) {
    const place = CSS.escape(parts.slice(0, length).join('.'));
    const element = root.querySelector(`[data-path="${place}"]`);
    if (element instanceof HTMLElement) return element;
  }
  return undefined;
}

const controls = 'input:not([disabled]), select:not([disabled]), textarea:not([disabled]), button:not([disabled])';

function firstControl(field: HTMLElement): HTMLElement | undefined {
  const checked = field.querySelector('input:checked');
  const control = field.matches(controls) ? field : (checked ?? field.querySelector(controls));
  return control instanceof HTMLElement ? control : undefined;
}

/** The control of an answer's field, where the field is on the page. */
export function controlOf(root: ParentNode, path: Path): HTMLElement | undefined {
  const field = fieldOf(root, path);
  return field && firstControl(field);
}

/** Opens whatever is folded around a field, brings it into view and gives its control the focus. */
export function showField(field: HTMLElement): void {
  for (let fold = field.closest('details'); fold !== null; fold = fold.parentElement?.closest('details') ?? null) {
    fold.open = true;
  }
  firstControl(field)?.focus({ preventScroll: true });
  field.scrollIntoView({ block: 'center' });
}
