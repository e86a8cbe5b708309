import type { ReactNode } from "react";
import { cn } from "../class-name.ts";

export type EmptyStateProps = {
  readonly title: ReactNode;
  readonly body?: ReactNode;
  /** The next step: a link or a button. */
  readonly action: ReactNode;
  readonly className?: string;
};

/** Nothing here, and what to do about it. */
export function EmptyState({ title, body, action, className }: EmptyStateProps) {
  return (
    <div
      className={cn(
        "flex flex-col items-start justify-between gap-x-8 gap-y-3 border-y border-line py-4 sm:flex-row sm:items-center",
        className,
      )}
    >
      <div>
        <p className="font-medium">{title}</p>
        {body ? <p className="prose-measure text-muted">{body}</p> : null}
      </div>
      <div className="shrink-0">{action}</div>
    </div>
  );
}
