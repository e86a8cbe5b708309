"use client";

import { X } from "lucide-react";
import { Dialog as Base } from "radix-ui";
import type { ReactNode } from "react";
import { cn } from "../class-name.ts";

export type DialogProps = {
  readonly title: ReactNode;
  readonly description?: ReactNode;
  readonly closeLabel: string;
  /** The button that opens it; without it, `open` and `onOpenChange` govern. */
  readonly trigger?: ReactNode;
  readonly open?: boolean;
  readonly onOpenChange?: (open: boolean) => void;
  readonly children?: ReactNode;
  /** Buttons at the foot; wrap the one that only closes in DialogClose. */
  readonly actions?: ReactNode;
};
export const DialogClose = Base.Close;

const overlayClass = "fixed inset-0 z-40 bg-[rgb(10_12_16/0.5)]";

function Head({ title, description, closeLabel }: Pick<DialogProps, "title" | "description" | "closeLabel">) {
  return (
    <div className="grid grid-cols-[minmax(0,1fr)_auto] items-start gap-x-4">
      <Base.Title className="text-lg font-semibold">{title}</Base.Title>
      <Base.Close
        aria-label={closeLabel}
        className="-mt-1 -mr-2 rounded-md p-2 text-muted hover:bg-sunken hover:text-ink"
      >
        <X aria-hidden className="size-4" />
      </Base.Close>
      {description ? (
        <Base.Description className="col-span-2 mt-1 text-muted">{description}</Base.Description>
      ) : null}
    </div>
  );
}

/** A question in the way of everything else. The focus goes in, stays in, and comes back to the trigger. */
export function Dialog(props: DialogProps) {
  const { title, description, closeLabel, trigger, children, actions, ...state } = props;
  return (
    <Base.Root {...state}>
      {trigger ? <Base.Trigger asChild>{trigger}</Base.Trigger> : null}
      <Base.Portal>
        <Base.Overlay className={overlayClass} />
        <Base.Content
          {...(description ? {} : { "aria-describedby": undefined })}
          className="fixed top-1/2 left-1/2 z-50 flex max-h-[calc(100dvh-2rem)] w-[min(34rem,calc(100vw-2rem))] -translate-x-1/2 -translate-y-1/2 flex-col gap-4 overflow-y-auto rounded-lg border border-line bg-ground p-6 shadow-overlay"
        >
          <Head title={title} description={description} closeLabel={closeLabel} />
          {children}
          {actions ? <div className="flex flex-wrap justify-end gap-2">{actions}</div> : null}
        </Base.Content>
      </Base.Portal>
    </Base.Root>
  );
}

export type SheetProps = DialogProps & {
  readonly side?: "left" | "right" | "bottom";
  readonly className?: string;
};

const sides = {
  left: "inset-y-0 left-0 w-[min(22rem,calc(100vw-3rem))] border-r",
  right: "inset-y-0 right-0 w-[min(30rem,calc(100vw-1rem))] border-l",
  bottom: "inset-x-0 bottom-0 max-h-[85dvh] border-t pb-[max(1.5rem,env(safe-area-inset-bottom))]",
} as const;

/** A drawer from an edge: navigation on a phone, details beside a list. */
export function Sheet(props: SheetProps) {
  const {
    title,
    description,
    closeLabel,
    trigger,
    children,
    actions,
    side = "right",
    className,
    ...state
  } = props;
  return (
    <Base.Root {...state}>
      {trigger ? <Base.Trigger asChild>{trigger}</Base.Trigger> : null}
      <Base.Portal>
        <Base.Overlay className={overlayClass} />
        <Base.Content
          {...(description ? {} : { "aria-describedby": undefined })}
          className={cn(
            "fixed z-50 flex flex-col gap-4 overflow-y-auto border-line bg-ground p-6 shadow-overlay",
            sides[side],
            className,
          )}
        >
          <Head title={title} description={description} closeLabel={closeLabel} />
          {children}
          {actions ? <div className="mt-auto flex flex-wrap justify-end gap-2">{actions}</div> : null}
        </Base.Content>
      </Base.Portal>
    </Base.Root>
  );
}
