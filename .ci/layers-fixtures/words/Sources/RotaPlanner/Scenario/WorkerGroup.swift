struct WorkerGroup { let outdoorWorkers: Int; let workerGroups: [WorkerGroup]; let networker: Int }
let worker = 1
func countWorkers(of nightWorkers: Int) {}  // a worker in a comment
