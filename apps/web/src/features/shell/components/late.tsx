"use client";

import { type ComponentType, type KeyboardEvent, lazy, type ReactNode, Suspense, useState } from "react";

export type Waker = {
  readonly onClick: () => void;
  readonly onPointerEnter: () => void;
  readonly onKeyDown: (event: KeyboardEvent) => void;
};

/**
 * A menu whose button stands from the start and whose rest comes at the first press: no page carries what few open. The
 * pointer upon the button readies it.
 */
export function createLate<P extends { readonly trigger: ReactNode }>(
  load: () => Promise<{ readonly default: ComponentType<P> }>,
) {
  const Menu = lazy(load);
  return function Late({
    button,
    ...rest
  }: Omit<P, "trigger"> & { readonly button: (waker?: Waker) => ReactNode }) {
    const [isAsked, setAsked] = useState(false);
    if (isAsked) {
      const props = { ...rest, trigger: button() } as unknown as P;
      return (
        <Suspense fallback={button()}>
          <Menu {...props} />
        </Suspense>
      );
    }
    return button({
      onClick: () => setAsked(true),
      onPointerEnter: () => void load(),
      onKeyDown: (event) => {
        if (event.key === "ArrowDown") setAsked(true);
      },
    });
  };
}
