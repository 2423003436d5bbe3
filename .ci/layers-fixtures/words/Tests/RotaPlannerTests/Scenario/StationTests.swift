let workerCount = 3
