"""The tools' server, with wrong arguments refused in one sentence instead of pydantic's report."""

from typing import Any

from mcp.server import MCPServer
from mcp.server.mcpserver import Context
from mcp.server.mcpserver.exceptions import ToolError
from mcp.types import CallToolResult, InputRequiredResult
from pydantic import ValidationError

from ui.problem import first_problem


class PlainServer(MCPServer):
    """Imported where `mcp` is installed."""

    async def call_tool(
        self, name: str, arguments: dict[str, Any], context: Context[Any, Any] | None = None
    ) -> CallToolResult | InputRequiredResult:
        """What the tool gives.

        Raises:
            ToolError: the arguments cannot be used, or there is no such tool.
        """
        try:
            return await super().call_tool(name, arguments, context)
        except ToolError as error:
            wrong = error.__cause__
            if isinstance(wrong, ValidationError):
                said = f"{name[:80]} cannot use its arguments: {first_problem(wrong)}."
                raise ToolError(said) from wrong
            if len(name) > 80:
                raise ToolError(f"Unknown tool: {name[:80]}…") from error
            raise
