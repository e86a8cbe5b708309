"use client";
import { type ReactNode, useEffect, useRef, useState } from "react";
import { Button } from "../../action/button.tsx";
import type { MapSpec } from "../spec.ts";
import type { LiveMap } from "./live-map.ts";

export type ExploreLabels = Readonly<
  Record<"explore" | "zoomIn" | "zoomOut" | "leave" | "failed" | "hint", string>
>;
export type ExploreProps = {
  readonly spec: MapSpec;
  readonly title: string;
  readonly labels: ExploreLabels;
  /** The drawing that stands until somebody asks for more. */
  readonly children: ReactNode;
};

/** A drawn map that becomes a live one when asked: the library is loaded then, and not before. */
export function Explore({ spec, title, labels, children }: ExploreProps) {
  const [state, setState] = useState<"drawn" | "live" | "failed">("drawn");
  const room = useRef<HTMLDivElement>(null);
  const map = useRef<LiveMap>(null);
  useEffect(() => {
    const element = room.current;
    if (state !== "live" || !element) return;
    let isGone = false;
    const follow = new ResizeObserver(() => map.current?.resize());
    import("./live-map.ts").then(
      ({ startLiveMap }) => {
        if (isGone) return;
        map.current = startLiveMap(element, spec, (href) => window.location.assign(href));
        follow.observe(element);
      },
      () => setState("failed"),
    );
    return () => {
      isGone = true;
      follow.disconnect();
      map.current?.end();
      map.current = null;
    };
  }, [state, spec]);
  return (
    <div className="flex flex-col gap-2">
      {state === "live" ? (
        <div ref={room} role="img" aria-label={title} className="aspect-[2/1] w-full max-w-4xl bg-ground" />
      ) : (
        children
      )}
      <div className="no-print flex flex-wrap items-center gap-2">
        {state === "live" ? (
          <>
            <Button size="sm" onClick={() => map.current?.zoom(1.6)}>
              {labels.zoomIn}
            </Button>
            <Button size="sm" onClick={() => map.current?.zoom(1 / 1.6)}>
              {labels.zoomOut}
            </Button>
            <Button size="sm" variant="quiet" onClick={() => setState("drawn")}>
              {labels.leave}
            </Button>
            <span className="text-xs text-muted">{labels.hint}</span>
          </>
        ) : (
          <Button size="sm" onClick={() => setState("live")}>
            {labels.explore}
          </Button>
        )}
        {state === "failed" ? (
          <span role="status" className="text-sm text-danger">
            {labels.failed}
          </span>
        ) : null}
      </div>
    </div>
  );
}
