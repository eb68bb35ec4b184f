import type { ReactNode } from 'react';

/** A box that stands for many: checked when all of them are, half when some are. */
export function AllOf(props: {
  label: ReactNode;
  all: number;
  chosen: number;
  onChoose: (chosen: boolean) => void;
  className?: string;
}) {
  const { label, all, chosen, onChoose, className } = props;
  return (
    <label className={`flex items-center gap-2 text-mid ${className ?? ''}`}>
      <input
        type="checkbox"
        disabled={all === 0}
        checked={all > 0 && chosen === all}
        ref={(box) => {
          if (box !== null) box.indeterminate = chosen > 0 && chosen < all;
        }}
        onChange={() => onChoose(chosen < all)}
      />
      <span className="min-w-0">{label}</span>
    </label>
  );
}
