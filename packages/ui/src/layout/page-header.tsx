import type { ReactNode } from "react";
import { cn } from "../class-name.ts";

export type PageHeaderProps = {
  readonly title: ReactNode;
  readonly lead?: ReactNode;
  /** Where this page hangs: a link to the list above it. */
  readonly up?: ReactNode;
  /** Badges beside the title. */
  readonly badges?: ReactNode;
  readonly actions?: ReactNode;
};

export function PageHeader({ title, lead, up, badges, actions }: PageHeaderProps) {
  return (
    <header className="mb-6 flex flex-col gap-2">
      {up ? <div className="no-print text-sm">{up}</div> : null}
      <div className="grid gap-x-6 gap-y-2 sm:grid-cols-[minmax(0,1fr)_auto]">
        <div className="flex min-w-0 flex-wrap items-center gap-x-3 gap-y-1">
          <h1 className="min-w-0 text-2xl wrap-anywhere">{title}</h1>
          {badges}
        </div>
        {lead ? <div className="prose-measure text-muted sm:col-span-2 sm:row-start-2">{lead}</div> : null}
        {actions ? (
          <div className="no-print flex flex-wrap items-center gap-2 self-start max-sm:mt-1 sm:col-start-2 sm:row-start-1">
            {actions}
          </div>
        ) : null}
      </div>
    </header>
  );
}

export type SectionProps = {
  readonly id: string;
  readonly title: ReactNode;
  readonly action?: ReactNode;
  /** On a phone the part is folded behind its title, with this beside it: how much there is. A wide screen and paper show all of it. */
  readonly fold?: ReactNode;
  /** Folded on wide screens too: what few readers open, and much of it. Paper shows all. */
  readonly shut?: boolean;
  readonly children: ReactNode;
};

/** A part of a page under its own heading, named by it. */
export function Section({ id, title, action, fold, shut = false, children }: SectionProps) {
  const aside = action ? <div className="no-print text-sm">{action}</div> : null;
  if (fold !== undefined) {
    return (
      <section aria-labelledby={`${id}-title`} className="max-sm:border-b max-sm:border-line sm:mb-10">
        <details className={shut ? "folds-everywhere" : "folds-on-phone"}>
          <summary className="max-sm:py-2.5 sm:mb-3">
            <h2 id={`${id}-title`} className="inline text-lg">
              {title}
            </h2>
            <span className={cn("ml-2 text-sm text-muted tabular-nums", !shut && "sm:hidden")}>{fold}</span>
          </summary>
          {aside ? <div className="mb-2 sm:-mt-2 sm:mb-3">{aside}</div> : null}
          {/* Within what is folded, so that a link to the part opens it. */}
          <div id={id} className="scroll-mt-28 max-sm:pb-6">
            {children}
          </div>
        </details>
      </section>
    );
  }
  return (
    <section aria-labelledby={id} className="mb-10">
      <div className="mb-3 flex flex-wrap items-baseline justify-between gap-x-4 gap-y-1">
        <h2 id={id} className="text-lg">
          {title}
        </h2>
        {aside}
      </div>
      {children}
    </section>
  );
}
