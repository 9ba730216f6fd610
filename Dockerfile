# Builds and runs the service. The stages were run by hand, not by an engine (docs/adr/0007).
FROM mcr.microsoft.com/dotnet/sdk:10.0 AS build
WORKDIR /src
COPY . .
RUN apt-get update && apt-get install -y --no-install-recommends npm && bash scripts/install.sh print explorer
RUN dotnet publish src/Api -c Release -o /app -p:PublishReadyToRun=true -r linux-x64 --self-contained false
RUN cp -r artifacts/explorer/assets /app/explorer && cp -r artifacts/fonts /app/fonts && cp -r schema/operations /app/operations

FROM mcr.microsoft.com/dotnet/aspnet:10.0
RUN apt-get update && apt-get install -y --no-install-recommends libpangocairo-1.0-0 && rm -rf /var/lib/apt/lists/*
WORKDIR /app
COPY --from=build /app .
ENV EXAMS_URLS=http://0.0.0.0:8080 EXAMS_DATA=/data EXAMS_KEYS=/keys EXAMS_FONTS=/app/fonts EXAMS_EXPLORER=/app/explorer EXAMS_OPERATIONS=/app/operations
RUN mkdir -m 700 /data /keys && chown app:app /data /keys
VOLUME ["/data", "/keys"]
EXPOSE 8080
USER app
ENTRYPOINT ["dotnet", "Exams.Api.dll"]
