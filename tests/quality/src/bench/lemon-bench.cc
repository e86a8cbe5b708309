// LEMON's network simplex on a DIMACS file: best time in ms of some runs, then the value.
#include <chrono>
#include <cstdlib>
#include <fstream>
#include <iostream>
#include <lemon/dimacs.h>
#include <lemon/network_simplex.h>
#include <lemon/smart_graph.h>

using namespace lemon;
typedef long long Whole;
typedef NetworkSimplex<SmartDigraph, Whole, Whole> Solver;

int main(int, char **arguments) {
  SmartDigraph graph;
  SmartDigraph::ArcMap<Whole> lower(graph), upper(graph), cost(graph);
  SmartDigraph::NodeMap<Whole> supply(graph);
  std::ifstream file(arguments[1]);
  readDimacsMin(file, graph, lower, upper, cost, supply);
  double best = 1e300;
  Whole value = 0;
  for (int run = 0; run < std::atoi(arguments[2]); run++) {
    auto start = std::chrono::steady_clock::now();
    Solver solver(graph);
    solver.lowerMap(lower).upperMap(upper).costMap(cost).supplyMap(supply);
    if (solver.run() != Solver::OPTIMAL) return 1;
    std::chrono::duration<double, std::milli> taken = std::chrono::steady_clock::now() - start;
    if (taken.count() < best) best = taken.count();
    value = solver.totalCost();
  }
  std::cout << best << " " << value << std::endl;
}
