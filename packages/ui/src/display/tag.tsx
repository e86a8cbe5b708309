import { X } from "lucide-react";
import type { ReactNode } from "react";
import { cn } from "../class-name.ts";

export type TagProps = {
  readonly children: ReactNode;
  /** Given with its label, a button that takes the tag away. */
  readonly onRemove?: () => void;
  readonly removeLabel?: string;
  readonly className?: string;
};

/** A word that was chosen or filed under: a filter, a synonym, a scope. */
export function Tag({ children, onRemove, removeLabel, className }: TagProps) {
  return (
    <span
      className={cn("inline-flex min-h-6 items-center gap-1 rounded-sm bg-sunken px-2 text-sm", className)}
    >
      {children}
      {onRemove ? (
        <button
          type="button"
          aria-label={removeLabel}
          onClick={onRemove}
          className="-mr-1 rounded-sm p-1 hover:text-danger"
        >
          <X aria-hidden className="size-3.5" />
        </button>
      ) : null}
    </span>
  );
}
