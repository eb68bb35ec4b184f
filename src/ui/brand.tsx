/** The name of the tool and its sign. */
export function Brand() {
  return (
    <span className="flex items-center gap-2 font-semibold whitespace-nowrap">
      <svg
        width="20"
        height="20"
        viewBox="0 0 20 20"
        fill="none"
        stroke="currentColor"
        strokeWidth="2"
        aria-hidden="true"
        className="text-accent"
      >
        <circle cx="7" cy="10" r="4" />
        <path d="M11 10h7M15 10v4M18 10v2" />
      </svg>
      Canton KMS Wizard
    </span>
  );
}
