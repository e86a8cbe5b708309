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
    <div className={cn("flex flex-col items-start gap-2 border-y border-line py-6", className)}>
      <p className="font-medium">{title}</p>
      {body ? <p className="prose-measure text-muted">{body}</p> : null}
      <div className="mt-1">{action}</div>
    </div>
  );
}
