/**
 * The spanning tree of a network simplex as LEMON keeps it: parents, the arc to the parent, and the nodes in depth-first
 * order with size and last node of each subtree. Node `root` is artificial. Flow is kept as room, by node: what a walk
 * to the root reads lies in arrays of nodes.
 */
export type Tree = {
  readonly parent: Int32Array;
  readonly arc: Int32Array;
  /** How much more may run from a node to its parent, and from the parent to it. */
  readonly up: Float64Array;
  readonly down: Float64Array;
  readonly next: Int32Array;
  readonly previous: Int32Array;
  readonly size: Int32Array;
  readonly last: Int32Array;
  readonly moved: Int32Array;
};

/** Every node a child of the root, in order. */
export function createTree(nodes: number): Tree {
  const root = nodes;
  const tree: Tree = {
    parent: new Int32Array(nodes + 1).fill(root),
    arc: new Int32Array(nodes + 1),
    up: new Float64Array(nodes + 1),
    down: new Float64Array(nodes + 1),
    next: Int32Array.from({ length: nodes + 1 }, (_, node) => (node + 1) % (nodes + 1)),
    previous: Int32Array.from({ length: nodes + 1 }, (_, node) => (node + nodes) % (nodes + 1)),
    size: new Int32Array(nodes + 1).fill(1),
    last: Int32Array.from({ length: nodes + 1 }, (_, node) => node),
    moved: new Int32Array(nodes + 1),
  };
  tree.parent[root] = -1;
  tree.arc[root] = -1;
  tree.next[root] = 0;
  tree.previous[0] = root;
  tree.size[root] = nodes + 1;
  tree.last[root] = nodes - 1;
  return tree;
}

/** Cuts the subtree of `out` off, roots it at `inner` and hangs it below `outer` by `entering`. */
export function moveSubtree(
  tree: Tree,
  entering: number,
  inner: number,
  outer: number,
  out: number,
  join: number,
): void {
  const { parent, arc, previous, size, last } = tree;
  const oldPrevious = previous[out] as number;
  const oldSize = size[out] as number;
  const oldLast = last[out] as number;
  const above = parent[out] as number;
  if (inner === out) splice(tree, out, outer, oldPrevious, oldLast);
  else turnStem(tree, inner, outer, out, oldPrevious, oldLast, oldSize);
  parent[inner] = inner === out ? outer : (parent[inner] as number);
  arc[inner] = entering;

  const limit = last[join] === outer ? join : -1;
  const newLast = last[out] as number;
  for (let node = outer; node !== -1 && last[node] === outer; node = parent[node] as number) {
    last[node] = newLast;
  }
  const ending = join !== oldPrevious && outer !== oldPrevious ? oldPrevious : newLast;
  if (ending !== oldLast) {
    for (let node = above; node !== limit && last[node] === oldLast; node = parent[node] as number) {
      last[node] = ending;
    }
  }
  for (let node = outer; node !== join; node = parent[node] as number) {
    size[node] = (size[node] as number) + oldSize;
  }
  for (let node = above; node !== join; node = parent[node] as number) {
    size[node] = (size[node] as number) - oldSize;
  }
}

/** Moves a subtree that keeps its root in the depth-first order. */
function splice({ next, previous }: Tree, out: number, outer: number, before: number, end: number): void {
  if (next[outer] === out) return;
  const after = next[end] as number;
  next[before] = after;
  previous[after] = before;
  const following = next[outer] as number;
  next[outer] = out;
  previous[out] = outer;
  next[end] = following;
  previous[following] = end;
}

/** Turns the way from `inner` to `out` upside down, in parents and in depth-first order. */
function turnStem(
  tree: Tree,
  inner: number,
  outer: number,
  out: number,
  oldPrevious: number,
  oldLast: number,
  oldSize: number,
): void {
  const { parent, arc, up, down, next, previous, size, last, moved } = tree;
  const goOn = (oldPrevious === outer ? next[oldLast] : next[outer]) as number;
  let [stem, above, end] = [inner, outer, last[inner] as number];
  let after = next[end] as number;
  let count = 0;
  next[outer] = inner;
  moved[count++] = outer;
  while (stem !== out) {
    const following = parent[stem] as number;
    next[end] = following;
    moved[count++] = end;
    const before = previous[stem] as number;
    next[before] = after;
    previous[after] = before;
    parent[stem] = above;
    above = stem;
    stem = following;
    end = (last[stem] === last[above] ? previous[above] : last[stem]) as number;
    after = next[end] as number;
  }
  parent[out] = above;
  next[end] = goOn;
  previous[goOn] = end;
  last[out] = end;
  if (oldPrevious !== outer) {
    next[oldPrevious] = after;
    previous[after] = oldPrevious;
  }
  for (let at = 0; at < count; at++) {
    const node = moved[at] as number;
    previous[next[node] as number] = node;
  }
  let total = 0;
  for (
    let node = out, over = parent[node] as number;
    node !== inner;
    node = over, over = parent[node] as number
  ) {
    arc[node] = arc[over] as number;
    up[node] = down[over] as number;
    down[node] = up[over] as number;
    total += (size[node] as number) - (size[over] as number);
    size[node] = total;
    last[over] = end;
  }
  size[inner] = oldSize;
}
