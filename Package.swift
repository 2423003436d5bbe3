// swift-tools-version: 6.2
// libglpk-dev must be installed (Debian: apt-get install libglpk-dev); bin/rota and bin/test do so.
import PackageDescription

let settings: [SwiftSetting] = [.swiftLanguageMode(.v6)]

let package = Package(
  name: "rota-planner",
  products: [
    .library(name: "RotaPlanner", targets: ["RotaPlanner"]),
    .executable(name: "rota", targets: ["RotaCLI"]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    .package(url: "https://github.com/apple/swift-collections", from: "1.6.0"),
    .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
  ],
  targets: [
    .target(name: "CGLPK", linkerSettings: [.linkedLibrary("glpk")]),
    .target(name: "CSystem"),
    .target(
      name: "RotaEngine",
      dependencies: ["CGLPK"],
      path: "Sources/RotaPlanner/Engine",
      swiftSettings: settings),
    .target(
      name: "RotaPlanner",
      dependencies: [
        "RotaEngine", "CSystem", "Yams",
        .product(name: "OrderedCollections", package: "swift-collections"),
      ],
      exclude: ["Engine"],
      resources: [.copy("Resources")],
      swiftSettings: settings),
    .executableTarget(
      name: "RotaCLI",
      dependencies: [
        "RotaEngine", "RotaPlanner",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      swiftSettings: settings),
    .testTarget(
      name: "RotaPlannerTests",
      dependencies: ["RotaEngine", "RotaPlanner", "RotaCLI"],
      resources: [.copy("Fixtures")],
      swiftSettings: settings),
  ]
)
