import { cn } from "../class-name.ts";

/** The one look of everything that takes text or a choice. */
export function controlClass(className?: string): string {
  return cn(
    "block w-full min-w-0 rounded-md border border-edge bg-ground px-3 text-base text-ink placeholder:text-muted",
    "aria-invalid:border-danger aria-invalid:shadow-[inset_0_0_0_1px_var(--color-danger)]",
    "disabled:cursor-not-allowed disabled:bg-sunken disabled:text-muted [&[readonly]]:bg-raised",
    className,
  );
}
